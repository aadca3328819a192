package io.callport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksCommandTest {
    private static final String PATH_SECRET = "s3cret-of-the-path-0123";

    private static final String ACCOUNTS = """
            kafka: {bootstrap.servers: 'localhost:9092'}
            accounts:
              - { id: 7moor:2000103, secret: s3cret, webhook: { path-secret: s3cret-of-the-path-0123, account-id: "20000153" } }
              - { id: 7moor:2000104, secret: s3cret }
              - { id: callbot:Vh71, secret: s3cret }
              - { id: nxlink:fme2, secret: s3cret, url: "https://api-hk.nxlink.ai", webhook: { token: s3cret-token } }
            """;

    @TempDir
    Path directory;

    @Test
    void printsTheUrlsToGiveToVendors() throws IOException {
        CommandLineRun.Ended ended = webhooks("webhooks: {}\n", "--base-url", "https://callport.example.com/a/");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "7moor:2000103 | call-info.call-state | https://callport.example.com/a/webhooks/7moor/20000153/*** | secret in the URL",
                        "7moor:2000104 | none | set webhook.path-secret of this account",
                        "callbot:Vh71 | call-info.call | https://callport.example.com/a/webhooks/callbot/call | signed",
                        "callbot:Vh71 | call-info.order | https://callport.example.com/a/webhooks/callbot/order | signed",
                        "callbot:Vh71 | call-info.task | https://callport.example.com/a/webhooks/callbot/task | signed",
                        "nxlink:fme2 | call-info.record | https://callport.example.com/a/webhooks/nxlink/record | signed",
                        "nxlink:fme2 | call-info.record | https://callport.example.com/a/webhooks/nxlink/fme2/record | header token");
        assertThat(ended.err()).doesNotContain("--base-url");
    }

    @Test
    void showsPathSecretsOnRequestAloneAndNoOtherSecret() throws IOException {
        CommandLineRun.Ended hidden = webhooks("webhooks: {}\n");
        assertThat(hidden.out() + hidden.err()).doesNotContain("s3cret");
        CommandLineRun.Ended shown = webhooks("webhooks: {}\n", "--show-secrets");
        assertThat(shown.out()).contains("/webhooks/7moor/20000153/" + PATH_SECRET + " ");
        assertThat(shown.out().replace(PATH_SECRET, "")).doesNotContain("s3cret");
    }

    @Test
    void beginsWithTheServersAddressWhereNoneIsNamedAndSaysSo() throws IOException {
        CommandLineRun.Ended ended = webhooks("webhooks: {host: '::1', port: 8443}\n");
        assertThat(ended.out()).contains("http://[::1]:8443/webhooks/callbot/call");
        assertThat(ended.err()).contains("note: these URLs begin with webhooks.host and webhooks.port");
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        CommandLineRun.Ended none = webhooks("");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err())
                .contains("webhooks: is not configured, so nothing is received from vendors", "Add it to");
        CommandLineRun.Ended wrong = webhooks("webhooks: {}\n", "--base-url", "callport.example.com");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("--base-url: must be https:// or http:// and a host");
    }

    private CommandLineRun.Ended webhooks(String section, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("callport.yaml"), ACCOUNTS + section);
        String[] line = Stream.concat(Stream.of("webhooks", "--config", file.toString()), Stream.of(options))
                .toArray(String[]::new);
        CommandLineRun run = new CommandLineRun();
        return (List.of(options).contains("--show-secrets") ? run.showingSecrets() : run).run(line);
    }
}
