package io.callport.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.sandbox.RecordedRequest;
import io.callport.sandbox.callback.CallbackKind;
import io.callport.sandbox.callback.SentCallback;
import io.callport.sandbox.fault.FaultJson;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** The output of the demo, for people who have never seen Callport. */
final class DemoOutput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDENT = "  ";
    private static final WrappedJson RESULTS = new WrappedJson("           ", 120);

    private final PrintStream out;
    private final long started = System.nanoTime();
    private int shown;
    private int answered;
    private int unexpected;
    private int callbacks;

    DemoOutput(PrintStream out) {
        this.out = out;
    }

    void opening() {
        out.println(
                "Callport answers telephony-vendor queries over Kafka, and publishes what vendors push. Here is all of it on one machine.");
        out.println();
        out.println("Starting a Kafka broker, stand-in vendors and the service ...");
    }

    void parts(LocalCallport local) {
        out.printf("  Kafka    %s%n", local.kafka.bootstrapServers());
        out.printf("  vendors  %s (they check every signature and count every request)%n", local.vendors.url());
        out.printf(
                "  service  ready after %s, health at http://127.0.0.1:%d/health/ready%n",
                time(System.nanoTime() - started), local.service.adminPort());
    }

    void command(SampleCommand sample) {
        out.println();
        out.printf("%d. %s%n", ++shown, sample.title());
        out.printf("%scommand  %s  %s  %s%n", INDENT, sample.query(), sample.account(), sample.params());
        if (sample.hurried()) {
            out.printf("%sdeadline %s%n", INDENT, time(sample.deadline().toNanos()));
        }
        if (sample.fault() != null) {
            out.printf("%sfault    %s%n", INDENT, FaultJson.write(sample.fault()));
        }
        out.flush();
    }

    void result(SampleCommand sample, String result, long nanos) {
        JsonNode event = tree(result);
        String outcome = event.path("status").asText();
        if (outcome.equals("answered")) {
            answered++;
            out.printf("%sresult   answered in %s%n", INDENT, time(nanos));
            out.println(RESULTS.of(event.path("result")));
        } else {
            outcome = event.path("reason").asText();
            out.printf("%sresult   refused in %s: %s%n", INDENT, time(nanos), outcome);
            out.printf("%s         %s%n", INDENT, event.path("detail").asText());
        }
        if (!outcome.equals(sample.expected())) {
            unexpected++;
            out.printf("%s         UNEXPECTED: it should have been %s%n", INDENT, sample.expected());
        }
    }

    void attempts(int requests) {
        out.printf("%s         The vendor was asked %d times.%n", INDENT, requests);
    }

    void callback(CallbackKind kind, SentCallback sent) {
        out.println();
        out.printf("%d. %s pushes %s%n", ++shown, kind.vendor(), kind.label());
        out.printf("%scallback  %s%n", INDENT, sent.ids());
        out.printf("%sanswered  %s%n", INDENT, sent.status() == null ? sent.problem() : sent.status());
        callbacks++;
        if (!sent.accepted()) {
            unexpected++;
            out.printf("%s          UNEXPECTED: it should have been 200%n", INDENT);
        }
        out.flush();
    }

    void event(String value) {
        out.printf("%sevent%n", INDENT);
        out.println(RESULTS.of(tree(value)));
    }

    void summary(List<RecordedRequest> requests) {
        long accepted = requests.stream().filter(DemoOutput::signedWell).count();
        out.println();
        out.println("Summary");
        out.printf(
                "  commands   %d, each with exactly one result: %d answered, %d refused%n",
                shown - callbacks, answered, shown - callbacks - answered);
        out.printf("  callbacks  %d, each with its event before the vendor's 200%n", callbacks);
        out.printf("  requests   %d at the vendors, %d with a signature that they accept%n", requests.size(), accepted);
        out.printf("  took       %s%n", time(System.nanoTime() - started));
        out.println();
        out.println(
                asExpected()
                        ? "Everything came as it should. Next: ./callport sandbox, and your own commands."
                        : unexpected + " results were not what they should be.");
    }

    boolean asExpected() {
        return unexpected == 0;
    }

    private static boolean signedWell(RecordedRequest request) {
        String verdict = String.valueOf(request.verdict());
        return verdict.equals("accepted") || verdict.startsWith("fault:");
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is JSON", e);
        }
    }

    private static String time(long nanos) {
        long millis = Duration.ofNanos(nanos).toMillis();
        return millis < 1_000 ? millis + " ms" : String.format(java.util.Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
}
