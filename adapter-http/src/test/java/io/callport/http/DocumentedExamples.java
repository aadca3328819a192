package io.callport.http;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.LookupQuery;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.numberpool.NumberGroups;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.NumberPoolPort;
import io.callport.numberpool.NumbersQuery;
import io.callport.query.Answer;
import io.callport.query.Query;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.signing.Algorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The accounts and examples of the vendors' public documents, and short ways to ask. */
final class DocumentedExamples {
    static final String MOOR_SECRET = "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3";
    static final String CALLBOT_SECRET = "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr";
    static final Account MOOR = Account.parse("7moor:2000103");
    static final Account CALLBOT = Account.parse("callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR");

    static final Account NXLINK = Account.parse("nxlink:fme2na3kdi3ki");
    static final String NXLINK_SECRET = "abciiiko2k3";

    private DocumentedExamples() {}

    static HttpAccount moor(URI url) {
        return HttpAccount.of(MOOR, Secret.of(MOOR_SECRET), url, Algorithm.MD5);
    }

    static HttpAccount callbot(URI url, Algorithm algorithm) {
        return HttpAccount.of(CALLBOT, Secret.of(CALLBOT_SECRET), url, algorithm);
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
        return ports.ports("7moor").port(NumberPoolPort.class).numbers(MOOR, new NumbersQuery());
    }

    static NumberGroups groups(HttpPorts ports) {
        return ports.ports("7moor").port(NumberPoolPort.class).groups(MOOR, new NumberGroupsQuery());
    }

    static CallInfo lookup(HttpPorts ports) {
        return lookup(ports, new LookupQuery("1234", "xxxxxx", 1));
    }

    static CallInfo lookup(HttpPorts ports, LookupQuery query) {
        return ports.ports("callbot").port(CallInfoPort.class).lookup(CALLBOT, query);
    }

    static <P, A extends Answer> A ask(HttpPorts ports, Account account, Query<P, A> query) {
        return query.ask(ports.ports(account.vendor()).port(query.port()), account);
    }

    /** Asks a vendor that answers this body, whatever it is asked, and signs nothing. */
    static <P, A extends Answer> A ask(String answer, Account account, Query<P, A> query) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(answer)) {
            return ask(vendor, account, query);
        }
    }

    static <P, A extends Answer> A ask(ScriptedVendor vendor, Account account, Query<P, A> query) {
        try (HttpPorts ports =
                HttpPorts.open(signatures(ResponseSignatures.OFF), List.of(access(vendor.url(), account)))) {
            return ask(ports, account, query);
        }
    }

    /** What is sent for a query: the request's path, and its body. */
    static List<String> sent(String answer, Account account, Query<?, ?> query) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(answer)) {
            ask(vendor, account, query);
            String request = vendor.texts().get(0);
            return List.of(
                    request.substring("POST ".length(), request.indexOf(" HTTP/1.1")),
                    request.substring(request.indexOf("\r\n\r\n") + 4));
        }
    }

    static HttpAccount access(URI url, Account account) {
        return switch (account.vendor()) {
            case "7moor" -> moor(url);
            case "callbot" -> callbot(url);
            default -> nxlink(url);
        };
    }

    static HttpAccount nxlink(URI url) {
        return HttpAccount.of(NXLINK, Secret.of(NXLINK_SECRET), url, Algorithm.MD5);
    }

    static QueryFailure failure(ThrowingCallable question) {
        return failed(question).failure();
    }

    static QueryFailedException failed(ThrowingCallable question) {
        return Assertions.catchThrowableOfType(QueryFailedException.class, question);
    }

    static String example(String name) {
        try (InputStream file = DocumentedExamples.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
