package io.callport.http.vendor;

import feign.Feign;
import feign.Retryer;
import io.callport.account.Account;
import io.callport.http.json.Json;
import io.callport.http.pipeline.BodyUnpacker;
import io.callport.http.pipeline.ListenerHeaders;
import io.callport.http.pipeline.RequestPipeline;
import io.callport.http.pipeline.RequestSigner;
import io.callport.http.pipeline.ResponseVerifier;
import io.callport.http.pipeline.SignatureCheck;
import io.callport.http.reply.FailureMapper;
import io.callport.http.reply.ReasonTable;
import io.callport.http.reply.ReplyDecoder;
import io.callport.http.secrets.KnownSecrets;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.http.transport.Transport;
import io.callport.http.transport.VendorClock;
import io.callport.memory.AnswerMemory;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Makes the Feign interfaces of accounts. All accounts share one transport, time and randomness.
 * Thread-safe.
 */
public final class VendorApiFactory {
    private final Transport transport;
    private final HttpSettings settings;
    private final AnswerMemory memory;
    private final HttpListener listener;
    private final InstantSource time;
    private final RandomGenerator random;

    /**
     * A factory over one transport.
     *
     * @param memory the memory that answers take while they are read
     * @param listener never throws
     */
    public VendorApiFactory(
            Transport transport,
            HttpSettings settings,
            AnswerMemory memory,
            HttpListener listener,
            InstantSource time,
            RandomGenerator random) {
        this.transport = transport;
        this.memory = memory;
        this.settings = settings;
        this.listener = listener;
        this.time = time;
        this.random = random;
    }

    /** A Feign interface for each account, all of this vendor. */
    public <T> VendorApis<T> apis(Class<T> api, Collection<HttpAccount> accounts, Vendor vendor) {
        Map<Account, T> apis = new HashMap<>();
        for (HttpAccount account : accounts) {
            apis.put(account.account(), api(api, account, vendor));
        }
        return new VendorApis<>(apis, memory, listener);
    }

    private <T> T api(Class<T> api, HttpAccount account, Vendor vendor) {
        return Feign.builder()
                .client(pipeline(account, vendor))
                .encoder(Json::encode)
                .decoder((response, type) -> RequestPipeline.replyIn(response))
                .retryer(Retryer.NEVER_RETRY)
                .target(JsonTarget.of(api, account.url()));
    }

    private RequestPipeline pipeline(HttpAccount account, Vendor vendor) {
        VendorClock clock = new VendorClock(time);
        return new RequestPipeline(
                clock,
                signer(account, vendor),
                new ListenerHeaders(listener),
                transport,
                new BodyUnpacker(settings.maxAnswerBytes()),
                signatureCheck(account, vendor),
                new ReplyDecoder(vendor.envelopeReader(), failures(account, vendor, clock)));
    }

    private RequestSigner signer(HttpAccount account, Vendor vendor) {
        try {
            return vendor.signer(account, random);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("accounts: " + account.account() + ": " + e.getMessage(), e);
        }
    }

    private SignatureCheck signatureCheck(HttpAccount account, Vendor vendor) {
        ResponseSignatures signatures = settings.responseSignatures();
        ResponseVerifier verifier =
                signatures == ResponseSignatures.OFF ? ResponseVerifier.NONE : vendor.verifier(account);
        boolean required = signatures == ResponseSignatures.REQUIRE;
        return new SignatureCheck(account.account(), verifier, required, listener);
    }

    private FailureMapper failures(HttpAccount account, Vendor vendor, VendorClock clock) {
        ReasonTable reasons = new ReasonTable(
                vendor.codes(), settings.vendorCodes().getOrDefault(vendor.name(), Map.of()), vendor.timestampCodes());
        return new FailureMapper(
                account.account(),
                KnownSecrets.of(account.secret().reveal()),
                vendor.signatureHeader(),
                reasons,
                clock,
                listener);
    }
}
