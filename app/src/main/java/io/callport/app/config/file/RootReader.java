package io.callport.app.config.file;

import io.callport.app.config.AdminConfig;
import io.callport.app.config.CommandConfig;
import io.callport.app.config.Configuration;
import io.callport.app.config.KafkaConfig;
import io.callport.app.config.TracingConfig;
import io.callport.app.yaml.Form;
import io.callport.app.yaml.Problems;
import io.callport.app.yaml.Section;
import io.callport.kafka.KafkaSettings;
import io.callport.kafka.SipPasswords;
import java.time.Duration;
import java.util.Map;

/** The keys at the top. */
record RootReader(Section root, Problems problems) {
    private static final Map<String, SipPasswords> SIP_PASSWORDS =
            Map.of("redact", SipPasswords.REDACT, "include", SipPasswords.INCLUDE);

    private static final Form<Boolean> YES_OR_NO = Forms.choice(Map.of("true", true, "false", false));

    Configuration read() {
        KafkaConfig kafka = new KafkaConfig(
                new ClientsReader(root.section("kafka"), problems).read(),
                new TopicsReader(root.section("topics")).read(),
                root.get("sip-passwords", Forms.choice(SIP_PASSWORDS), SipPasswords.REDACT),
                root.get(
                        "checkpoint-version",
                        Forms.number(KafkaSettings.CHECKPOINT_VERSION, KafkaSettings.CHECKPOINT_VERSION + 1),
                        KafkaSettings.CHECKPOINT_VERSION));
        Configuration configuration = new Configuration(
                kafka,
                new AccountsReader(root).read(),
                commands(),
                HttpReader.read(root.section("http"), root.section("vendor-codes")),
                root.get("shutdown", Forms.DURATION_OR_NONE, Duration.ofSeconds(20)),
                admin(root.section("admin")),
                tracing(root.section("tracing")));
        root.rejectOthers();
        return configuration;
    }

    private CommandConfig commands() {
        return new CommandConfig(
                CommandsReader.deadline(root.section("deadline")),
                CommandsReader.limits(root.section("limits")),
                CommandsReader.retry(root.section("retry")));
    }

    private static TracingConfig tracing(Section section) {
        TracingConfig tracing = new TracingConfig(
                section.get("propagate-to-vendors", YES_OR_NO, TracingConfig.DEFAULT.propagateToVendors()));
        section.rejectOthers();
        return tracing;
    }

    private static AdminConfig admin(Section section) {
        AdminConfig admin = new AdminConfig(
                section.get("host", Forms.HOST, AdminConfig.DEFAULT.host()),
                section.get("port", Forms.number(0, 65_535), AdminConfig.DEFAULT.port()));
        section.rejectOthers();
        return admin;
    }
}
