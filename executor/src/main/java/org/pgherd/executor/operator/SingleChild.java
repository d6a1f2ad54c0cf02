package org.pgherd.executor.operator;

/// The common part of operators over one input.
abstract class SingleChild implements Operator {
    final Operator child;

    SingleChild(Operator child) {
        this.child = child;
    }

    @Override
    public void restart() {
        child.restart();
    }

    @Override
    public void close() {
        child.close();
    }
}
