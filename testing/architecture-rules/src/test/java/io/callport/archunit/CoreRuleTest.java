package io.callport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreRuleTest {
    private static final String ROOT = Fixtures.root("impure");
    private static final String PURE = Fixtures.root("pure");

    private final HexagonRules base = HexagonRules.of(ROOT).core("core", 6, ROOT);
    private final List<String> findings = Fixtures.findings(base, HexagonRule.CORE, ROOT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Clocks       | java.time.Instant.now()                               | reads a clock
            Clocks       | java.time.LocalDateTime.now()                         | reads a clock
            Clocks       | java.lang.System.nanoTime()                           | reads a clock
            Clocks       | java.lang.System.currentTimeMillis()                  | reads a clock
            Clocks       | java.util.Date.<init>()                               | reads a clock
            Clocks       | java.time.Clock                                       | reads a clock
            Dice         | java.lang.Math.random()                               | makes randomness
            Dice         | java.util.Random                                      | makes randomness
            Dice         | java.security.SecureRandom                            | makes randomness
            Dice         | java.util.UUID.randomUUID()                           | makes randomness
            Dice         | java.util.concurrent.ThreadLocalRandom                | makes randomness
            Dice         | java.util.random.RandomGenerator.getDefault()         | makes randomness
            Dice         | java.util.Collections.shuffle(java.util.List)         | makes randomness
            Threads      | java.util.concurrent.ExecutorService                  | starts, blocks
            Threads      | java.util.Timer                                       | starts, blocks
            Threads      | java.util.concurrent.locks.ReentrantLock              | starts, blocks
            Threads      | java.lang.Thread                                      | starts, blocks
            Threads      | java.util.concurrent.TimeUnit.sleep(long)             | starts, blocks
            Threads      | java.lang.Object.wait()                               | starts, blocks
            Threads      | java.util.concurrent.CompletableFuture.runAsync(java.lang.Runnable) | starts, blocks
            Threads      | java.util.concurrent.CompletableFuture.join()         | starts, blocks
            Threads      | java.util.List.parallelStream()                       | starts, blocks
            Files        | java.io.File                                          | does I/O
            Files        | java.io.InputStream                                   | does I/O
            Files        | java.nio.file.Path                                    | does I/O
            Files        | java.net.Socket                                       | does I/O
            Files        | java.nio.channels.FileChannel                         | does I/O
            Files        | java.sql.Connection                                   | does I/O
            Files        | java.lang.System.out                                  | does I/O
            Files        | java.lang.Exception.printStackTrace()                 | does I/O
            Surroundings | java.lang.System.getenv(java.lang.String)             | depends on the machine
            Surroundings | java.lang.System.getProperty(java.lang.String)        | depends on the machine
            Surroundings | java.lang.Runtime                                     | depends on the machine
            Surroundings | java.time.ZoneId.systemDefault()                      | depends on the machine
            Logs         | org.slf4j.Logger                                      | is neither plain Java nor of a core
            """)
    void whatDependsOnMoreThanArgumentsIsRefused(String type, String used, String fault) {
        assertThat(findings)
                .anySatisfy(finding ->
                        assertThat(finding).startsWith(ROOT + "." + type + " uses " + used + ", which " + fault));
    }

    @Test
    void whatOnlyCarriesAValueIsAllowed() {
        HexagonRules pure = HexagonRules.of(PURE).core("core", 2, PURE);

        assertThat(Fixtures.findings(pure, HexagonRule.CORE, PURE)).isEmpty();
    }

    @Test
    void aCoreMayUseALibraryThatItWasGranted() {
        HexagonRules granted = base.library("logging", "org.slf4j..").mayUse("core", "logging");

        assertThat(Fixtures.findings(granted, HexagonRule.CORE, ROOT)).noneMatch(finding -> finding.contains("slf4j"));
    }

    @Test
    void aLayerThatIsNoCoreMayDoAllThis() {
        HexagonRules both = HexagonRules.of("io.callport.archunit.fixture")
                .core("pure", 2, PURE)
                .layer("impure", 6, ROOT);

        assertThat(both.rule(HexagonRule.CORE)
                        .evaluate(Fixtures.classes("io.callport.archunit.fixture"))
                        .hasViolation())
                .isFalse();
    }
}
