package io.callport.http.vendor;

import feign.Client;
import feign.Feign;
import feign.Retryer;
import io.callport.account.Account;
import io.callport.http.client.ExtraHeadersClient;
import io.callport.http.client.GzipClient;
import io.callport.http.client.Transport;
import io.callport.http.client.VendorClock;
import io.callport.http.client.Watcher;
import io.callport.http.json.JsonEncoder;
import io.callport.http.reply.Reasons;
import io.callport.http.reply.Refusals;
import io.callport.http.reply.ReplyDecoder;
import io.callport.http.vendor.AnswerRules.SignatureCheck;
import io.callport.query.Reason;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * What all families share: one transport, one clock per vendor address, time and randomness.
 */
public final class Connections {
    private final Client transport;
    private final Watcher watcher;
    private final InstantSource time;
    private final RandomGenerator random;
    private final AnswerRules rules;
    private final Map<URI, VendorClock> clocks = new ConcurrentHashMap<>();

    /** Connections over that transport, whose answers are read by those rules. */
    public Connections(
            Transport transport, Watcher watcher, InstantSource time, RandomGenerator random, AnswerRules rules) {
        this.transport = new GzipClient(new ExtraHeadersClient(transport, watcher), transport.maxAnswerBytes());
        this.watcher = watcher;
        this.time = time;
        this.random = random;
        this.rules = rules;
    }

    /** A Feign interface for each account, spoken as the family does. */
    public <T> VendorApis<T> apis(Class<T> api, Collection<Access> accounts, Dialect dialect) {
        Map<Account, T> apis = new HashMap<>();
        for (Access access : accounts) {
            apis.put(access.account(), api(api, access, dialect));
        }
        return new VendorApis<>(apis, watcher);
    }

    /** Who is told what happens. */
    public Watcher watcher() {
        return watcher;
    }

    /** What to do about answers' signatures. */
    public SignatureCheck signatures() {
        return rules.signatures();
    }

    private <T> T api(Class<T> api, Access access, Dialect dialect) {
        VendorClock clock = clocks.computeIfAbsent(access.url(), url -> new VendorClock(time));
        Client client = client(access, dialect, clock);
        Map<String, Reason> configured =
                rules.codes().getOrDefault(access.account().vendor(), Map.of());
        ReplyDecoder decoder = new ReplyDecoder(
                dialect.envelopes(),
                new Refusals(
                        access.account(),
                        access.secret(),
                        dialect.signatureHeader(),
                        new Reasons(dialect.codes(), configured),
                        clock,
                        watcher));
        return Feign.builder()
                .client(client)
                .encoder(new JsonEncoder())
                .decoder(decoder)
                .errorDecoder(decoder)
                .retryer(Retryer.NEVER_RETRY)
                .target(VendorTarget.of(api, access.url()));
    }

    private Client client(Access access, Dialect dialect, VendorClock clock) {
        try {
            return dialect.client(transport, access, clock, random);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("accounts: " + access.account() + ": " + e.getMessage(), e);
        }
    }
}
