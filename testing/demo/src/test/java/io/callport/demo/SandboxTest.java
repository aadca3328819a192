package io.callport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The walk-through of docs/operations.md with its own lines: a flood that shows, and an outage that is reported. */
@Timeout(300)
class SandboxTest {
    private static final Path PAGE = Path.of("../../docs/operations.md");
    private static final Pattern FLOOD =
            Pattern.compile("\\$ seq (\\d+) \\| sed 's/\\.\\*/(.*)/' \\| \\./callport (send .*) --config \"\\$C\"\n");
    private static final Pattern OUTCOME = Pattern.compile("\n(\\d+ results: (\\d+) answered, (\\d+) over-budget)\n");
    private static final Pattern OUTAGE = Pattern.compile("/health/ready +# \\w+ seconds later: ([^,]+), (.*) …\n");
    private static final Pattern PRINTED = Pattern.compile("(?m)^ +\\./callport (.*)$");

    private final int kafka = freePort();
    private final int vendors = freePort();
    private final int admin = freePort();
    private final int webhooks = freePort();
    private final BackgroundCommand sandbox = new BackgroundCommand(
            "",
            "sandbox",
            "--kafka-port",
            "" + kafka,
            "--vendor-port",
            "" + vendors,
            "--admin-port",
            "" + admin,
            "--webhook-port",
            "" + webhooks);

    @TempDir
    Path directory;

    @BeforeEach
    void awaitLines() throws Exception {
        until(() -> sandbox.out(), out -> out.contains("Stop with Ctrl-C"));
    }

    @AfterEach
    void stop() {
        sandbox.stop();
    }

    @Test
    void theFloodIsAnsweredAndSeenAsTheDocumentSays() throws Exception {
        Matcher flood = line(FLOOD);
        Matcher outcome = line(OUTCOME);
        String input = IntStream.rangeClosed(1, Integer.parseInt(flood.group(1)))
                .mapToObj(number -> flood.group(2).replace("&", "" + number))
                .collect(Collectors.joining("\n"));
        BackgroundCommand send = new BackgroundCommand(input, words(flood.group(3) + " --config " + config()));

        assertThat(send.code()).as("some were refused").isEqualTo(1);
        assertThat(send.err()).contains(outcome.group(1));
        assertThat(get(admin, "/accounts?format=table").lines())
                .anySatisfy(account -> assertThat(account)
                        .startsWith("7moor:2000103 ")
                        .contains(" " + outcome.group(2) + "/20/PT1M ", " over-budget: "));
        assertThat(get(admin, "/metrics"))
                .contains("callport_account_over_budget_total{account=\"7moor:2000103\"} " + outcome.group(3) + ".0\n");
    }

    @Test
    void theOutageOfTheSandboxIsReportedByASecondInstance() throws Exception {
        Matcher outage = line(OUTAGE);
        int port = freePort();
        Path second = directory.resolve("second.yaml");
        Files.writeString(
                second,
                Files.readString(Path.of(config()))
                        .replace("" + admin, "" + port)
                        .replace("" + webhooks, "" + freePort()));
        BackgroundCommand run = new BackgroundCommand("", "run", "--config", second.toString());
        try {
            until(() -> get(port, "/health/ready"), page -> page.startsWith("{\"status\":\"ready\""));
            sandbox.stop();

            Pattern evidence = Pattern.compile("\\{\"status\":\"" + outage.group(1) + "\".*\""
                    + outage.group(2).replace("Kafka", "Kafka at \\S+:" + kafka) + " .*");
            until(
                    () -> get(port, "/health/ready"),
                    page -> evidence.matcher(page.strip()).matches());
            assertThat(get(port, "/health/live")).contains("\"live\"");
        } finally {
            run.stop();
        }
    }

    @Test
    void theCommandsThatItPrintsWorkAndItsPagesAreThere() throws Exception {
        List<String> commands = PRINTED.matcher(sandbox.out())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(commands).hasSize(3);
        for (String command : commands) {
            BackgroundCommand running = new BackgroundCommand("", words(command));
            assertThat(running.code()).as(command + running.err()).isZero();
        }
        List<String> pages = Pattern.compile("http://127.0.0.1:" + admin + "(/\\S+)")
                .matcher(sandbox.out())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(pages)
                .hasSize(3)
                .allSatisfy(page -> assertThat(get(admin, page)).isNotBlank());
        assertThat(get(vendors, "/_sandbox/requests")).contains("/openapi/v1/call/query/number");
    }

    private String config() {
        Matcher config = Pattern.compile("(?m)^config +(.*)$").matcher(sandbox.out());
        assertThat(config.find()).isTrue();
        return config.group(1);
    }

    private static Matcher line(Pattern pattern) throws IOException {
        Matcher line = pattern.matcher(Files.readString(PAGE));
        assertThat(line.find()).as(pattern.pattern()).isTrue();
        return line;
    }

    private static String[] words(String line) {
        return line.split(" +", -1);
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isIn(200, 503);
        return response.body();
    }

    private static void until(Callable<String> what, Predicate<String> enough) throws Exception {
        String now = "";
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!enough.test(now)) {
            assertThat(System.nanoTime()).as("still waiting; now: " + now).isLessThan(until);
            Thread.sleep(100);
            try {
                now = what.call();
            } catch (IOException e) {
                now = e.toString(); // it does not listen yet
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
