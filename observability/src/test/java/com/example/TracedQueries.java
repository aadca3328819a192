package com.example;

import io.callport.account.Account;
import io.callport.embed.Callport;
import io.callport.embed.EmbedListener;
import io.callport.embed.EmbedSettings;
import io.callport.http.HttpPorts;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.query.Query;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The example of docs/operations.md: queries without Kafka, whose requests belong to the caller's trace. */
public final class TracedQueries {
    private TracedQueries() {}

    /** Opens the ports with traces. */
    public static HttpPorts ports(List<HttpAccount> accounts, OpenTelemetry telemetry) {
        return HttpPorts.open(HttpSettings.DEFAULT, accounts, new Propagating(telemetry));
    }

    /** Opens the switchboard with traces. */
    public static Callport open(EmbedSettings settings, HttpPorts ports) {
        return Callport.open(settings, ports::ports, new Carrying());
    }

    // example
    record Propagating(OpenTelemetry telemetry) implements HttpListener {
        @Override
        public void requestSigned(BiConsumer<String, String> headers) {
            telemetry
                    .getPropagators()
                    .getTextMapPropagator()
                    .inject(Context.current(), headers, (to, name, value) -> to.accept(name, value));
        }
    }

    record Carrying() implements EmbedListener {
        @Override
        public UnaryOperator<Runnable> queryAsked(Query<?, ?> query, Account account) {
            return Context.current()::wrap;
        }
    }
    // end
}
