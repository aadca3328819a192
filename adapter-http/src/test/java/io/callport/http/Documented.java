package io.callport.http;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.Lookup;
import io.callport.numberpool.Groups;
import io.callport.numberpool.NumberGroups;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.NumberPoolPort;
import io.callport.numberpool.Numbers;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.signing.Algorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The accounts and examples of the vendors' public documents, and short ways to ask. */
final class Documented {
    static final String MOOR_SECRET = "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3";
    static final String CALLBOT_SECRET = "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr";
    static final Account MOOR = Account.parse("7moor:2000103");
    static final Account CALLBOT = Account.parse("callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR");

    private Documented() {}

    static HttpAccount moor(URI url) {
        return new HttpAccount(MOOR, Secret.of(MOOR_SECRET), url, Algorithm.MD5);
    }

    static HttpAccount callbot(URI url, Algorithm algorithm) {
        return new HttpAccount(CALLBOT, Secret.of(CALLBOT_SECRET), url, algorithm);
    }

    static HttpAccount callbot(URI url) {
        return callbot(url, Algorithm.MD5);
    }

    static HttpSettings timeout(Duration timeout) {
        return new HttpSettings(timeout, timeout, 1 << 20, ResponseSignatures.WARN, Map.of());
    }

    static HttpSettings signatures(ResponseSignatures signatures) {
        HttpSettings settings = HttpSettings.DEFAULT;
        return new HttpSettings(
                settings.connectTimeout(), settings.timeout(), settings.maxAnswerBytes(), signatures, Map.of());
    }

    static NumberPool numbers(HttpPorts ports) {
        return ports.ports("7moor").port(NumberPoolPort.class).numbers(MOOR, new Numbers());
    }

    static NumberGroups groups(HttpPorts ports) {
        return ports.ports("7moor").port(NumberPoolPort.class).groups(MOOR, new Groups());
    }

    static CallInfo lookup(HttpPorts ports) {
        return lookup(ports, new Lookup("1234", "xxxxxx", 1));
    }

    static CallInfo lookup(HttpPorts ports, Lookup query) {
        return ports.ports("callbot").port(CallInfoPort.class).lookup(CALLBOT, query);
    }

    static QueryFailure failure(ThrowingCallable question) {
        return failed(question).failure();
    }

    static QueryFailedException failed(ThrowingCallable question) {
        return Assertions.catchThrowableOfType(QueryFailedException.class, question);
    }

    static String example(String name) {
        try (InputStream file = Documented.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
