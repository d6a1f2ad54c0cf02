package org.pgherd.gateway.command;

import java.io.IOException;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedPostgresException;
import org.pgherd.errors.SqlException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `pgherd` command. Without a subcommand it shows its help.
@Command(
        name = "pgherd",
        mixinStandardHelpOptions = true,
        version = "pgherd 0.1.0",
        description = "Makes a herd of PostgreSQL servers answer as one.",
        footer = {"", "Exit codes: 0 fine, 1 differences or failed SQL, 2 wrong usage or no start."},
        synopsisSubcommandLabel = "COMMAND")
public final class PgHerdCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(System.out);
        }
        return ExitCode.UNUSABLE;
    }

    /// The command with all subcommands on the class path.
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new PgHerdCommand());
        line.addSubcommand(new DemoCommand());
        line.addSubcommand(new UpCommand());
        line.addSubcommand(new ServeCommand());
        line.addSubcommand(new SqlCommand());
        line.addSubcommand(new ParseCommand());
        line.addSubcommand(new ExplainCommand());
        for (CommandContribution contribution : ServiceLoader.load(CommandContribution.class)) {
            contribution.commands().forEach(line::addSubcommand);
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExitCodeExceptionMapper(_ -> ExitCode.UNUSABLE);
        line.setExecutionExceptionHandler((failure, _, _) -> {
            System.err.println("pgherd: " + oneLine(failure));
            return ExitCode.UNUSABLE;
        });
        line.setParameterExceptionHandler((failure, _) -> {
            System.err.println("pgherd: "
                    + String.valueOf(failure.getMessage()).lines().findFirst().orElse("") + " (try --help)");
            return ExitCode.UNUSABLE;
        });
        return line;
    }

    /// What a user can do something with; anything else is a defect of ours and says so.
    private static String oneLine(Throwable failure) {
        if (Boolean.getBoolean("pgherd.traces")) {
            failure.printStackTrace();
        }
        String message = String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " | ");
        return switch (failure) {
            case CommandFailure _, EmbeddedPostgresException _, IOException _ -> message;
            case SqlException e -> e.fields().severity() + ": " + message;
            case java.sql.SQLException _ -> message;
            default ->
                "internal error: " + failure.getClass().getSimpleName() + ": " + message
                        + " (-Dpgherd.traces=true shows where)";
        };
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}
