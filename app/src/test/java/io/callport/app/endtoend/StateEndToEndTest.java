package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.app.endtoend.CommandLineFixture.Ended;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The state of an account, on the operator's screen while the service runs. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class StateEndToEndTest {
    private static final String ACCOUNT = DeadLettersFixture.ACCOUNT;

    @Test
    void showsWhatARunningServiceKeepsOfAnAccount(@TempDir Path directory) {
        try (EmbeddedKafka broker = EmbeddedKafka.start();
                DeadLettersFixture fixture = DeadLettersFixture.start(broker, directory)) {
            CommandLineFixture terminal = fixture.terminal;
            String command = fixture.backEnd.publish(fixture.commands, null, ACCOUNT, DeadLettersFixture.GOOD);
            fixture.backEnd.await(fixture.results, "ce_id", command);

            Ended shown = terminal.run("state", "--account", ACCOUNT);
            assertThat(shown.code()).isZero();
            assertThat(shown.err()).isEmpty();
            assertThat(shown.out())
                    .contains("account   " + ACCOUNT + ", budget 20/PT1M\n")
                    .containsPattern("home +" + fixture.commands + "-\\d, one of 3 partitions; topic id \\S{22}\n")
                    .containsPattern("identity +group d\\w+, topic id \\S{22}, 3 partitions, 3 at first\n")
                    .containsPattern("offset +\\d+, committed by group d\\w+\n")
                    .containsPattern(
                            "marker +topic id \\S{22}, state topic id \\S{22}, 3 at first, state record \\d+\n")
                    .contains("keeps     1 account and 0 chunks of offsets, in records below offset ")
                    .containsPattern("record +budget 20/PT1M, written \\S+Z, \\d+s ago\n")
                    .containsPattern(
                            "slots +1: (ended \\d+s ago or earlier|in flight, or may still arrive, for up to \\S+)\n")
                    .containsPattern("all free +at \\S+Z, in \\S+; if the partition is taken over now, in \\S+\n")
                    .doesNotContain("problem", "note", ServiceFixture.MOOR_SECRET);

            Ended json = terminal.run("state", "--account=" + ACCOUNT, "--json");
            assertThat(json.out())
                    .startsWith("{\"account\":\"" + ACCOUNT + "\",\"at\":\"")
                    .contains("\"metadata\":\"marker\"", "\"slots\":[{\"count\":1,\"endedAgo\":\"PT", "\"notes\":[]")
                    .doesNotContain(ServiceFixture.MOOR_SECRET)
                    .hasLineCount(1);

            Ended unknown = terminal.run("state", "--account=7moor:200013");
            assertThat(unknown.code()).isEqualTo(1);
            assertThat(unknown.out()).isEmpty();
            assertThat(unknown.err())
                    .startsWith("--account: 7moor:200013 is not configured, and topic d")
                    .endsWith("callport check shows the configured accounts.\n");
        }
    }
}
