package io.callport.observability.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Account;
import io.callport.callinfo.LookupQuery;
import io.callport.http.settings.HttpListener;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.RequestTrace;
import io.callport.kafka.tracing.TracedCommand;
import io.callport.kafka.tracing.Tracing;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The observations that a registry gets, without a bridge to a tracer. */
class CommandTracingTest {
    private static final Account ACCOUNT = Account.parse("callbot:b");
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Request REQUEST = new Request(1, ACCOUNT, new LookupQuery("1", "k", 1), 1);
    private static final Outcome FAILED =
            new Outcome.Failed(QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, "x".repeat(9_000)));

    private final List<Observation.Context> stopped = new ArrayList<>();
    private final ObservationRegistry registry = ObservationRegistry.create();

    private CommandTracing observed() {
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                stopped.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        return new CommandTracing(registry, Set.of("callbot"), true);
    }

    @Test
    void withoutARegistryAndVendorsNothingIsFollowed() {
        assertThat(new CommandTracing(ObservationRegistry.NOOP, Set.of(), false).ofCommands())
                .isSameAs(Tracing.NONE);
        Tracing passing = new CommandTracing(ObservationRegistry.NOOP, Set.of(), true).ofCommands();
        assertThat(passing.commandRead(command(ACCOUNT, "1", Map.of()))).isSameAs(CommandTrace.NONE);
    }

    @Test
    void theThreadIsCleanAfterARequestAndSeesItsTraceMeanwhile() {
        for (ObservationRegistry any : List.of(ObservationRegistry.NOOP, registry)) {
            CommandTracing tracing = any == registry ? observed() : new CommandTracing(any, Set.of(), true);
            HttpListener http = tracing.ofRequests(HttpListener.NONE);
            CommandTrace first = tracing.ofCommands().commandRead(command(ACCOUNT, "1", Map.of()));
            CommandTrace second = tracing.ofCommands()
                    .commandRead(command(ACCOUNT, "2", Map.of("traceparent", PARENT, "baggage", "b")));
            RequestTrace request = tracing.ofCommands().requestStarts(REQUEST, List.of(first, second));

            assertThat(sent(http)).isEqualTo(Map.of("traceparent", PARENT));
            assertThat(any.getCurrentObservation() != null).isEqualTo(any == registry);
            request.ended(FAILED);
            assertThat(sent(http)).isEmpty();
            assertThat(any.getCurrentObservation()).isNull();
        }
    }

    @Test
    void aVendorIsShownWhatNamesATraceAndAResultAllThatABridgeWrites() {
        Map<String, String> written =
                Map.of("traceparent", "new", "X-B3-TraceId", "1", "baggage", "user=7", "tenant", "t");
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStart(Observation.Context context) {
                if (context instanceof RequestObservationContext request) {
                    written.forEach((name, value) -> request.getSetter().set(request.getCarrier(), name, value));
                }
                if (context instanceof ResultObservationContext result) {
                    written.forEach((name, value) -> result.getSetter().set(result.getCarrier(), name, value));
                }
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        CommandTracing tracing = observed();
        CommandTrace command = tracing.ofCommands().commandRead(command(ACCOUNT, "1", Map.of("traceparent", PARENT)));
        RequestTrace request = tracing.ofCommands().requestStarts(REQUEST, List.of(command));

        assertThat(sent(tracing.ofRequests(HttpListener.NONE)))
                .isEqualTo(Map.of("traceparent", "new", "X-B3-TraceId", "1"));
        request.ended(FAILED);
        assertThat(command.resultReady()).isEqualTo(written);
    }

    @Test
    void aHandlerThatFailsLeavesNothingOnTheThreadAndNothingOpen() {
        Failing failing = new Failing();
        registry.observationConfig().observationHandler(failing);
        Tracing tracing = observed().ofCommands();
        CommandTrace command = tracing.commandRead(command(ACCOUNT, "1", Map.of()));

        failing.in = "opened";
        assertThatThrownBy(() -> tracing.requestStarts(REQUEST, List.of(command)))
                .isInstanceOf(NoSuchMethodError.class);
        assertThat(registry.getCurrentObservationScope()).isNull();
        assertThat(stopped).hasSize(1);

        failing.in = "closed";
        RequestTrace request = tracing.requestStarts(REQUEST, List.of(command));
        assertThatThrownBy(() -> request.ended(FAILED)).isInstanceOf(NoSuchMethodError.class);
        assertThat(registry.getCurrentObservationScope()).isNull();
        assertThat(stopped).hasSize(2);

        command.resultReady();
        failing.in = "stopped";
        assertThatThrownBy(() -> command.resultPublished("results", null)).isInstanceOf(NoSuchMethodError.class);
        assertThat(stopped.get(stopped.size() - 1)).isInstanceOf(CommandObservationContext.class);
    }

    @Test
    void whatPublishersMakeUpIsNoNameAndNeverLong() {
        Tracing tracing = observed().ofCommands();
        Account made = new Account("acme", "y".repeat(128));
        CommandTrace command = tracing.commandRead(command(made, "z".repeat(999), Map.of()));
        tracing.requestStarts(REQUEST, List.of(command)).ended(FAILED);
        command.handedOver();

        assertThat(stopped)
                .hasSize(2)
                .allSatisfy(context -> assertThat(context.getAllKeyValues())
                        .allSatisfy(key -> assertThat(key.getValue()).hasSizeLessThanOrEqualTo(256)));
        assertThat(stopped.get(0).getError()).hasMessageStartingWith("vendor-unavailable: xxx");
        assertThat(stopped.get(0).getError().getMessage()).hasSize(256);
        assertThat(stopped.get(1).getLowCardinalityKeyValue("vendor").getValue())
                .isEqualTo("unknown");
        assertThat(stopped.get(1).getLowCardinalityKeyValue("outcome").getValue())
                .isEqualTo("handed-over");
    }

    @Test
    void anApplicationsConventionReplacesNamesAndKeys() {
        registry.observationConfig().observationConvention(new OwnConvention());
        Tracing tracing = observed().ofCommands();
        tracing.commandRead(command(ACCOUNT, "1", Map.of())).handedOver();

        assertThat(stopped).singleElement().satisfies(context -> {
            assertThat(context.getName()).isEqualTo("own");
            assertThat(context.getContextualName()).isEqualTo("own 1");
            assertThat(context.getAllKeyValues()).hasSize(1);
        });
    }

    @Test
    void everythingThatHttpReportsGoesOn() {
        List<Method> reports = Arrays.stream(HttpListener.class.getDeclaredMethods())
                .filter(method -> method.isDefault())
                .toList();
        assertThat(reports)
                .hasSizeGreaterThan(3)
                .allSatisfy(report -> assertThat(TraceHeaderListener.class
                                .getMethod(report.getName(), report.getParameterTypes())
                                .getDeclaringClass())
                        .isEqualTo(TraceHeaderListener.class));
    }

    private static Map<String, String> sent(HttpListener http) {
        Map<String, String> headers = new TreeMap<>();
        http.requestSigned(headers::put);
        return headers;
    }

    private static TracedCommand command(Account account, String id, Map<String, String> headers) {
        return new TracedCommand("commands", "call-info.lookup", account, id, headers::get);
    }

    @Test
    void aHandlerThatFailsAtTheStartOrWithAnErrorLeavesNothingOpen() {
        Failing failing = new Failing();
        registry.observationConfig().observationHandler(failing);
        Tracing tracing = observed().ofCommands();
        failing.in = "started";
        assertThatThrownBy(() -> tracing.commandRead(command(ACCOUNT, "1", Map.of())))
                .isInstanceOf(NoSuchMethodError.class);
        assertThat(stopped).hasSize(1);

        failing.in = "";
        CommandTrace command = tracing.commandRead(command(ACCOUNT, "2", Map.of()));
        RequestTrace request = tracing.requestStarts(REQUEST, List.of(command));
        failing.in = "started";
        assertThatThrownBy(() -> tracing.requestStarts(REQUEST, List.of(command)))
                .isInstanceOf(NoSuchMethodError.class);
        assertThat(stopped).hasSize(2);
        assertThatThrownBy(command::resultReady).isInstanceOf(NoSuchMethodError.class);
        assertThat(stopped).hasSize(3);

        failing.in = "error";
        assertThatThrownBy(() -> request.ended(FAILED)).isInstanceOf(NoSuchMethodError.class);
        assertThat(registry.getCurrentObservationScope()).isNull();
        assertThat(stopped).hasSize(4);
        assertThatThrownBy(() -> command.resultPublished("results", Reason.UNAUTHORIZED))
                .isInstanceOf(NoSuchMethodError.class);
        assertThat(stopped).hasSize(5).last().isInstanceOf(CommandObservationContext.class);
    }

    /** Fails in one of its methods; if that is the method for stops, only for results. */
    private static final class Failing implements ObservationHandler<Observation.Context> {
        private String in = "";

        @Override
        public void onStart(Observation.Context context) {
            fail("started");
        }

        @Override
        public void onError(Observation.Context context) {
            fail("error");
        }

        @Override
        public void onScopeOpened(Observation.Context context) {
            fail("opened");
        }

        @Override
        public void onScopeClosed(Observation.Context context) {
            fail("closed");
        }

        @Override
        public void onStop(Observation.Context context) {
            if (context instanceof ResultObservationContext) {
                fail("stopped");
            }
        }

        private void fail(String where) {
            if (where.equals(in)) {
                throw new NoSuchMethodError("as planned");
            }
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    private static final class OwnConvention implements GlobalObservationConvention<CommandObservationContext> {
        @Override
        public String getName() {
            return "own";
        }

        @Override
        public String getContextualName(CommandObservationContext context) {
            return "own " + context.commandId();
        }

        @Override
        public KeyValues getLowCardinalityKeyValues(CommandObservationContext context) {
            return KeyValues.of("query", context.query());
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof CommandObservationContext;
        }
    }
}
