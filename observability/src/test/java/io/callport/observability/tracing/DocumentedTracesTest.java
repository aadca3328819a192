package io.callport.observability.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.TracedQueries;
import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.embed.Callport;
import io.callport.embed.EmbedSettings;
import io.callport.http.HttpPorts;
import io.callport.http.settings.HttpAccount;
import io.callport.kafka.tracing.TracedCommand;
import io.callport.numberpool.NumbersQuery;
import io.callport.sandbox.RecordedRequest;
import io.callport.sandbox.VendorSandbox;
import io.callport.signing.Algorithm;
import io.callport.switchboard.Request;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code about traces in docs/operations.md is compiled here, and its names exist. */
class DocumentedTracesTest {
    private static final Account MOOR = Account.parse("7moor:2000103");

    private final String traces = section("docs/operations.md", "## Traces");

    @Test
    void theCodeIsTheCode() {
        Matcher pieces = Pattern.compile("`([\\w/-]+\\.java)`[^`]*```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(traces);
        int shown = 0;
        while (pieces.find()) {
            String code = read(pieces.group(1));
            String example = code.substring(code.indexOf("// example\n") + 11, code.indexOf("// end"));
            assertThat(pieces.group(2)).isEqualTo(example.stripIndent().stripTrailing() + "\n");
            shown++;
        }
        assertThat(shown).isEqualTo(2);
    }

    @Test
    void everyNameAndKeyIsListed() {
        TracedCommand command = new TracedCommand("t", "q", MOOR, "1", Map.<String, String>of()::get);
        CommandObservationContext context = new CommandObservationContext(command, "7moor");
        context.sharesRequest("other");
        ReceivedCommand shared = new ReceivedCommand("2", Map.of("traceparent", "p"));
        Request request = new Request(1, MOOR, new NumbersQuery(), 1);

        assertListed(CommandConvention.DEFAULT, context);
        assertListed(ResultConvention.DEFAULT, new ResultObservationContext(context));
        assertListed(RequestConvention.DEFAULT, new RequestObservationContext(request, List.of(shared, shared)));
    }

    private <T extends Observation.Context> void assertListed(ObservationConvention<T> convention, T context) {
        String row = traces.lines()
                .filter(line -> line.startsWith("| `" + convention.getName() + "` |"))
                .findFirst()
                .orElseThrow();
        assertThat(convention.getLowCardinalityKeyValues(context).and(convention.getHighCardinalityKeyValues(context)))
                .hasSizeGreaterThan(4)
                .allSatisfy(key -> assertThat(row).contains("`" + key.getKey() + "`"));
    }

    @Test
    void theRequestOfAQueryBelongsToTheCallersTrace() {
        OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder().build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
        Span span = telemetry.getTracer("shop").spanBuilder("asks").startSpan();
        try (telemetry;
                VendorSandbox vendors = VendorSandbox.start(0);
                HttpPorts ports = TracedQueries.ports(List.of(account(vendors)), telemetry);
                Callport callport = TracedQueries.open(EmbedSettings.of(Map.of(MOOR, Budget.UNLIMITED)), ports)) {
            try (Scope scope = span.makeCurrent()) {
                assertThat(scope).isNotNull();
                callport.ask(MOOR, new NumbersQuery()).join();
            }
            callport.ask(MOOR, new NumbersQuery()).join();

            assertThat(vendors.requests()).hasSize(2);
            assertThat(vendors.requests().get(0).traceparent())
                    .contains(span.getSpanContext().getTraceId())
                    .contains(span.getSpanContext().getSpanId());
            assertThat(vendors.requests().get(1))
                    .extracting(RecordedRequest::traceparent)
                    .isNull();
        }
    }

    private static HttpAccount account(VendorSandbox vendors) {
        return new HttpAccount(MOOR, Secret.of("HWHp9xFVlbboxIU2S6DHA7sf9sGzt3"), vendors.url(), Algorithm.MD5);
    }

    private static String section(String file, String title) {
        String text = read(file);
        int begin = text.indexOf(title + "\n");
        int end = text.indexOf("\n## ", begin);
        return text.substring(begin, end < 0 ? text.length() : end);
    }

    private static String read(String name) {
        try {
            Path here = Path.of("").toAbsolutePath();
            Path root = Files.exists(here.resolve("docs")) ? here : here.resolve("..");
            return Files.readString(root.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
