package io.callport.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

@Command(
        name = "callport",
        versionProvider = Version.class,
        description = "Answers telephony-vendor queries over Kafka, within each account's budget.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done (a service that was asked to stop, too), 1 failed, 2 usage or configuration.",
            "Environment: CALLPORT_SECRET is what sign signs with; CALLPORT_LOG is the log level, INFO by default;",
            "CALLPORT_LIBRARY_LOG that of Kafka's clients, by default WARN, or ERROR for check, dead-letters, query,",
            "send and state; CALLPORT_LOG_FORMAT is logfmt, the default, or json.",
            "In a checkout, ./callport bench measures what Callport costs; ./callport bench --help says how."
        })
final class CallportCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    /** Whether help or the version is wanted; the two options are otherwise read by picocli alone. */
    boolean help() {
        return help || version;
    }
}
