package io.callport.config.file;

import io.callport.config.AdminConfig;
import io.callport.config.CommandConfig;
import io.callport.config.Configuration;
import io.callport.config.KafkaConfig;
import io.callport.config.TracingConfig;
import io.callport.config.schema.Key;
import io.callport.config.schema.ListKey;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SectionKey;
import io.callport.config.yaml.Problems;
import io.callport.config.yaml.Section;
import io.callport.http.settings.HttpSettings;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.VendorFieldsInResults;
import java.time.Duration;
import java.util.Map;

/** Reads the keys at the top of the file. */
record RootReader(Section root, Problems problems) {
    private static final Key<SipPasswords> SIP_PASSWORDS = Key.with(
            "sip-passwords",
            ValueFormats.choice(Map.of("redact", SipPasswords.REDACT, "include", SipPasswords.INCLUDE)),
            "redact",
            "Whether results hold the SIP passwords that vendors send.");
    private static final Key<VendorFieldsInResults> VENDOR_FIELDS = Key.with(
            "vendor-fields",
            ValueFormats.choice(Map.of("keep", VendorFieldsInResults.KEEP, "drop", VendorFieldsInResults.DROP)),
            "keep",
            "Whether results hold `vendorFields`: what a vendor sends and Callport does not map, except secrets. `drop` leaves"
                    + " all of it out.");
    private static final Key<Duration> SHUTDOWN = Key.with(
            "shutdown",
            ValueFormats.DURATION_OR_NONE,
            "PT20S",
            "The time for which a stop waits for requests in flight.");
    private static final Key<String> HOST =
            Key.with("host", ValueFormats.HOST, AdminConfig.DEFAULT.host(), "The address to listen on.");
    private static final Key<Integer> PORT = Key.with(
            "port", ValueFormats.number(0, 65_535), AdminConfig.DEFAULT.port(), "The port; 0: none is served.");
    private static final ListKey<String> HOSTS = new ListKey<>(
            "hosts",
            ValueFormats.HOST_NAME,
            "callport",
            "The names by which clients, such as Prometheus, may ask for a page, beside loopback names, IP addresses and"
                    + " `host`; the pages of health need none.");
    private static final SectionKey ADMIN = new SectionKey(
            "admin",
            "The address of the pages of health and metrics; the port has no login.",
            Schema.of(HOST, PORT, HOSTS));
    private static final Key<Boolean> PROPAGATE = Key.with(
            "propagate-to-vendors",
            ValueFormats.choice(Map.of("true", true, "false", false)),
            TracingConfig.DEFAULT.propagateToVendors(),
            "Whether vendor requests carry the trace's context, the headers `traceparent` and `tracestate`.");
    private static final SectionKey TRACING =
            new SectionKey("tracing", "The trace headers that vendors get.", Schema.of(PROPAGATE));

    static final Schema SCHEMA = Schema.of(
            ClientsReader.KAFKA,
            TopicsReader.TOPICS,
            AccountsReader.ACCOUNTS,
            CommandsReader.DEADLINE,
            CommandsReader.LIMITS,
            CommandsReader.RETRY,
            HttpReader.HTTP,
            HttpReader.VENDOR_CODES,
            SIP_PASSWORDS,
            VENDOR_FIELDS,
            SHUTDOWN,
            ADMIN,
            TRACING,
            WebhooksReader.WEBHOOKS);

    Configuration read() {
        ClientSettings clients = new ClientsReader(root.section(ClientsReader.KAFKA)).read();
        KafkaConfig kafka = new KafkaConfig(
                clients,
                new TopicsReader(root.section(TopicsReader.TOPICS), clients.groupId()).read(),
                root.get(SIP_PASSWORDS),
                root.get(VENDOR_FIELDS));
        HttpSettings http = HttpReader.read(root.section(HttpReader.HTTP), root.section(HttpReader.VENDOR_CODES));
        CommandConfig commands = commands();
        warnOfLongRequests(http.timeout(), commands.deadline());
        return new Configuration(
                kafka,
                new AccountsReader(root).read(),
                commands,
                http,
                root.get(SHUTDOWN),
                admin(root.section(ADMIN)),
                new TracingConfig(root.section(TRACING).get(PROPAGATE)),
                WebhooksReader.read(root));
    }

    private CommandConfig commands() {
        return new CommandConfig(
                CommandsReader.deadline(root.section(CommandsReader.DEADLINE)),
                CommandsReader.limits(root.section(CommandsReader.LIMITS)),
                CommandsReader.retry(root.section(CommandsReader.RETRY)));
    }

    private void warnOfLongRequests(Duration timeout, DeadlineSettings deadline) {
        if (timeout.compareTo(deadline.max()) > 0 && root.hasNoProblem("http.timeout", "deadline.max")) {
            problems.warn(
                    "http.timeout",
                    "is longer than deadline.max, which is " + deadline.max()
                            + ": requests go on after every command that waits for them has expired");
        }
    }

    private static AdminConfig admin(Section section) {
        return new AdminConfig(section.get(HOST), section.get(PORT), section.list(HOSTS));
    }
}
