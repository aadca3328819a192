package io.callport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.callport.archunit.HexagonRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Callport is the hexagon that docs/architecture.md draws; the demo, which uses all of it, is not among the classes.
 */
class ArchitectureTest {
    private static final HexagonRules LAYERS = HexagonRules.of("io.callport")
            .core(
                    "domain",
                    40,
                    "io.callport.account..",
                    "io.callport.agents..",
                    "io.callport.event..",
                    "io.callport.query..",
                    "io.callport.numberpool..",
                    "io.callport.callinfo..",
                    "io.callport.catalog..",
                    "io.callport.switchboard..")
            .layer("execution", 4, "io.callport.execution..")
            .layer("memory", 3, "io.callport.memory..")
            .core("signing", 12, "io.callport.signing..")
            .layer("embed", 10, "io.callport.embed..")
            .layer("vendor-json", 14, "io.callport.vendor..")
            .adapter("http", 45, "io.callport.http..")
            .adapter("kafka", 60, "io.callport.kafka..")
            .adapter("webhook", 30, "io.callport.webhook..")
            .layer("config", 40, "io.callport.config..")
            .layer("observability", 35, "io.callport.observability..")
            .layer("tools", 30, "io.callport.tools..")
            .layer("app", 20, "io.callport.app..")
            .layer("sandbox", 45, "io.callport.sandbox..")
            .layer("rules", 20, "io.callport.archunit..")
            .mayUse("execution", "domain")
            .mayUse("embed", "domain", "execution")
            .mayUse("vendor-json", "domain")
            .mayUse("http", "domain", "execution", "signing", "memory", "vendor-json")
            .mayUse("kafka", "domain", "execution", "memory")
            .mayUse("webhook", "domain", "execution", "signing", "vendor-json")
            .mayUse("config", "domain", "signing", "embed", "http", "kafka", "webhook")
            .mayUse("observability", "domain", "execution", "http", "kafka", "webhook", "memory")
            .mayUse("tools", "domain", "signing", "embed", "http", "kafka", "webhook", "config")
            .mayUse(
                    "app",
                    "domain",
                    "execution",
                    "embed",
                    "http",
                    "kafka",
                    "webhook",
                    "config",
                    "observability",
                    "tools",
                    "memory");

    private static final HexagonRules LIBRARIES = LAYERS.library("feign", "feign..")
            .library("okhttp", "okhttp3..", "okio..")
            .library("kafka-clients", "org.apache.kafka..")
            .library("cloudevents", "io.cloudevents..")
            .library("jackson", "com.fasterxml.jackson..")
            .library("snakeyaml", "org.snakeyaml..")
            .library("micrometer", "io.micrometer..")
            .library("prometheus", "io.prometheus..")
            .library("picocli", "picocli..")
            .library("jetty", "org.eclipse.jetty..")
            .library("archunit", "com.tngtech.archunit..")
            .mayUse("vendor-json", "jackson")
            .mayUse("http", "feign", "okhttp", "jackson")
            .mayUse("kafka", "kafka-clients", "cloudevents", "jackson")
            .mayUse("webhook", "jackson", "jetty")
            .mayUse("config", "kafka-clients", "snakeyaml")
            .mayUse("observability", "kafka-clients", "micrometer", "prometheus", "jetty")
            .mayUse("tools", "jackson", "picocli")
            .mayUse("app", "jackson", "micrometer", "picocli")
            .mayUse("sandbox", "kafka-clients", "jackson", "jetty")
            .mayUse("rules", "archunit");

    private static final HexagonRules CALLPORT = LIBRARIES
            .exports(
                    "domain",
                    "io.callport.account",
                    "io.callport.agents",
                    "io.callport.event",
                    "io.callport.query",
                    "io.callport.numberpool",
                    "io.callport.callinfo",
                    "io.callport.catalog",
                    "io.callport.switchboard")
            .exports("execution", "io.callport.execution")
            .exports("memory", "io.callport.memory")
            .exportsOfModule("signing", "io.callport.signing")
            .exportsOfModule("embed", "io.callport.embed")
            .exports(
                    "vendor-json",
                    "io.callport.vendor.json",
                    "io.callport.vendor.secrets",
                    "io.callport.vendor.callbot",
                    "io.callport.vendor.nxlink",
                    "io.callport.vendor.moor")
            .exports("http", "io.callport.http", "io.callport.http.settings")
            .exports(
                    "kafka",
                    "io.callport.kafka",
                    "io.callport.kafka.settings",
                    "io.callport.kafka.state",
                    "io.callport.kafka.admin",
                    "io.callport.kafka.tracing")
            .exports("webhook", "io.callport.webhook", "io.callport.webhook.message", "io.callport.webhook.settings")
            .hides("webhook", "jetty", "jackson")
            .hides("kafka", "kafka-clients", "cloudevents", "jackson")
            .hides("config", "kafka-clients", "snakeyaml")
            .hides("observability", "kafka-clients", "jetty")
            .hides("tools", "jackson", "picocli")
            .hides("app", "jackson", "picocli")
            .publicTypes("public-types/domain.txt", "domain")
            .publicTypes("public-types/execution.txt", "execution")
            .publicTypes("public-types/memory.txt", "memory")
            .publicTypes("public-types/signing.txt", "signing")
            .publicTypes("public-types/embed.txt", "embed")
            .publicTypes("public-types/vendor-json.txt", "vendor-json")
            .publicTypes("public-types/http.txt", "http")
            .publicTypes("public-types/kafka.txt", "kafka")
            .publicTypes("public-types/webhook.txt", "webhook")
            .publicTypes("public-types/config.txt", "config")
            .publicTypes("public-types/observability.txt", "observability")
            .publicTypes("public-types/tools.txt", "tools")
            .publicTypes("public-types/app.txt", "app")
            .publicTypes("public-types/archunit.txt", "rules")
            .noInheritance()
            .nullMarked();

    /**
     * The inner packages of the HTTP adapter show each other Feign's and OkHttp's types; its exported packages must not
     * know them.
     */
    private static final ArchRule HTTP_FRONT = noClasses()
            .that()
            .resideInAnyPackage("io.callport.http", "io.callport.http.settings")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("feign..", "okhttp3..", "okio..", "com.fasterxml.jackson..")
            .because("callers of the HTTP adapter should not notice how it makes requests");

    /** Configuration makes the adapters' settings; the adapters themselves are opened elsewhere. */
    private static final ArchRule CONFIG_MAKES_SETTINGS = noClasses()
            .that()
            .resideInAPackage("io.callport.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.callport.http",
                    "io.callport.kafka",
                    "io.callport.kafka.state",
                    "io.callport.kafka.admin",
                    "io.callport.kafka.tracing",
                    "io.callport.webhook")
            .because("a configuration can then be read and checked without an adapter");

    /** Metrics, traces and log lines come from the adapters' listeners and snapshots. */
    private static final ArchRule OBSERVABILITY_LISTENS = noClasses()
            .that()
            .resideInAPackage("io.callport.observability..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.callport.http", "io.callport.kafka", "io.callport.kafka.admin", "io.callport.webhook")
            .because("what is observed can neither open an adapter nor ask it to act");

    /** Applications give and see Micrometer's observations; elsewhere it would only be in the way. */
    private static final ArchRule MICROMETER_ROOMS = noClasses()
            .that()
            .resideInAPackage("io.callport..")
            .and()
            .resideOutsideOfPackages(
                    "io.callport.observability.metrics", "io.callport.observability.tracing", "io.callport.app.service")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because("what is measured and traced is reported to those packages, through listeners");

    /** No tracing library is shipped; an application that wants traces brings one. */
    private static final ArchRule NO_TRACER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.opentelemetry..", "io.micrometer.tracing..", "brave..")
            .because("an application brings the bridge to its own tracer");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.callport");

    @TestFactory
    Stream<DynamicTest> callportIsAHexagon() {
        return Stream.concat(
                        CALLPORT.rules().stream(),
                        Stream.of(
                                HTTP_FRONT, CONFIG_MAKES_SETTINGS, OBSERVABILITY_LISTENS, MICROMETER_ROOMS, NO_TRACER))
                .map(ArchitectureTest::test);
    }

    private static DynamicTest test(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES));
    }
}
