package io.callport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {
    private static final String MOOR_SECRET = "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3";

    @TempDir
    Path directory;

    private VendorSandbox vendors;

    @BeforeEach
    void start() {
        vendors = VendorSandbox.start(0);
    }

    @AfterEach
    void stop() {
        vendors.close();
    }

    @Test
    void printsTheAnswerAsJson() throws IOException {
        CommandLineRun.Ended ended = query(MOOR_SECRET, "number-pool.numbers", "--account", "7moor:2000103");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines())
                .singleElement()
                .asString()
                .startsWith("{")
                .contains("\"displayNumbers\":[");
        assertThat(vendors.requests()).hasSize(1);
    }

    @Test
    void printsTheAnswerIndentedIfThatIsWanted() throws IOException {
        CommandLineRun.Ended ended =
                query(MOOR_SECRET, "number-pool.groups", "--account", "7moor:2000103", "--pretty", "--deadline=1m");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("{\n  \"groups\" : [\n    {\n      \"id\" : ");
    }

    @Test
    void saysWhyThereIsNoAnswer() throws IOException {
        CommandLineRun.Ended ended = query("wrong-secret", "number-pool.numbers", "--account", "7moor:2000103");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSize(2);
        assertThat(ended.err()).doesNotContain("wrong-secret", "Exception");
    }

    @Test
    void endsAtItsDeadline() throws IOException {
        vendors.arm(Fault.of(FaultKind.STALL_HEADERS));
        CommandLineRun.Ended ended =
                query(MOOR_SECRET, "number-pool.numbers", "--account", "7moor:2000103", "--deadline", "100ms");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("expired: ").contains("--deadline");
    }

    @Test
    void saysThatTheVendorHasNoSuchQuery() throws IOException {
        CommandLineRun.Ended ended = query(MOOR_SECRET, "number-pool.numbers", "--account", "callbot:u");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("unsupported-query: ");
        assertThat(vendors.requests()).isEmpty();
    }

    @Test
    void isRefusedAsUsageBeforeAnythingIsAsked() throws IOException {
        assertUsage("QUERY: there is no such query", "nope.nope", "--account", "7moor:2000103");
        assertUsage("--account: 7moor:9 is not configured", "number-pool.numbers", "--account", "7moor:9");
        assertUsage("--account: must be vendor:key", "number-pool.numbers", "--account", "7moor");
        assertUsage(
                "--deadline: must be more than 0",
                "number-pool.numbers",
                "--account",
                "7moor:2000103",
                "--deadline=0s");
        assertUsage("--params", "number-pool.numbers", "--account", "7moor:2000103", "--params", "[]");
        assertUsage("--params.x: ", "number-pool.numbers", "--account", "7moor:2000103", "--params", "{\"x\":1}");
        assertThat(vendors.requests()).isEmpty();
    }

    private void assertUsage(String what, String... args) throws IOException {
        CommandLineRun.Ended ended = query(MOOR_SECRET, args);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith(what);
        assertThat(ended.err().lines()).hasSize(2);
    }

    private CommandLineRun.Ended query(String secret, String... args) throws IOException {
        Path file = Files.writeString(directory.resolve("callport.yaml"), """
                kafka: {bootstrap.servers: 'localhost:1'}
                accounts:
                  - {id: '7moor:2000103', secret: '${SECRET}', url: '%s'}
                  - {id: 'callbot:u', secret: '${SECRET}', url: '%s'}
                """.formatted(vendors.url(), vendors.url()));
        String[] all = new String[args.length + 2];
        all[0] = "query";
        all[1] = "--config=" + file;
        System.arraycopy(args, 0, all, 2, args.length);
        return new CommandLineRun().with("SECRET", secret).run(all);
    }
}
