package org.pgherd.jmh.parser;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/// CPU time of the thread that measures: other programs on the machine disturb it little.
final class CpuTime {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Work whose result must not be optimised away.
    interface Work {
        Object run() throws Exception;
    }

    static volatile Object sink = "";

    private CpuTime() {}

    static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /// Bytes that one run allocates.
    static long allocated(Work work) throws Exception {
        sink = work.run();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        sink = work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /// Microseconds of one item: the least of `passes` passes over all, each long enough to be measured, warm.
    static double least(List<String> items, int passes, ItemWork work) throws Exception {
        settle(items, work);
        double best = Double.MAX_VALUE;
        for (int pass = 0; pass < passes; pass++) {
            long began = now();
            int rounds = 0;
            do {
                for (String item : items) {
                    sink = work.run(item);
                }
                rounds++;
            } while (now() - began < 100_000_000L);
            best = Math.min(best, (now() - began) / 1e3 / rounds / items.size());
        }
        return best;
    }

    /// Runs the work until the compiler has had nothing to do for a while: else what is measured is how busy it is with
    /// other code. It gives up after half a minute.
    private static void settle(List<String> items, ItemWork work) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long compiled = compiler.getTotalCompilationTime();
        long began = System.nanoTime();
        long quiet = began;
        while (System.nanoTime() - quiet < 1_000_000_000L && System.nanoTime() - began < 30_000_000_000L) {
            for (String item : items) {
                sink = work.run(item);
            }
            long time = compiler.getTotalCompilationTime();
            if (time != compiled) {
                compiled = time;
                quiet = System.nanoTime();
            }
        }
    }

    /// Work on one text.
    interface ItemWork {
        Object run(String item) throws Exception;
    }

    /// For each item the least time of `passes` passes, in microseconds.
    static double[] each(List<String> items, int passes, ItemWork work) {
        double[] least = new double[items.size()];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int pass = 0; pass < passes; pass++) {
            for (int i = 0; i < least.length; i++) {
                long began = now();
                try {
                    sink = work.run(items.get(i));
                } catch (Exception | StackOverflowError e) {
                    sink = e;
                }
                least[i] = Math.min(least[i], (now() - began) / 1e3);
            }
        }
        return least;
    }

    static double percentile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }

    /// Bytes in use after collection.
    static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
