package org.pgherd.conformance.command;

import java.util.List;
import org.pgherd.gateway.command.CommandContribution;

/// Adds `diff`, `slt`, `fuzz` and `describe` to `pgherd`.
public final class ConformanceCommands implements CommandContribution {
    @Override
    public List<Object> commands() {
        return List.of(
                new DiffCommand(), new SltCommand(), new FuzzCommand(), new DescribeCommand(), new ReportCommand());
    }
}
