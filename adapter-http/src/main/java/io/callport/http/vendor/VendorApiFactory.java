package io.callport.http.vendor;

import io.callport.account.Account;
import io.callport.http.pipeline.AccountContext;
import io.callport.http.pipeline.BodyUnpacker;
import io.callport.http.pipeline.ListenerHeaders;
import io.callport.http.pipeline.RequestPipeline;
import io.callport.http.pipeline.RequestSigner;
import io.callport.http.pipeline.ResponseVerifier;
import io.callport.http.pipeline.SignatureCheck;
import io.callport.http.reply.FailureMapper;
import io.callport.http.reply.ReasonTable;
import io.callport.http.reply.ReplyDecoder;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.http.transport.Transport;
import io.callport.http.transport.VendorClock;
import io.callport.memory.AnswerMemory;
import io.callport.vendor.secrets.KnownSecrets;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Makes the Feign interfaces of vendors' accounts. What Feign knows of an interface takes some 10 KB, and there may be
 * 100,000 accounts: those of an address share it. All accounts share one pipeline, time and randomness. Thread-safe.
 */
public final class VendorApiFactory {
    private final RequestPipeline pipeline;
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
        this.pipeline = new RequestPipeline(
                new ListenerHeaders(listener), transport, new BodyUnpacker(settings.maxAnswerBytes()));
        this.memory = memory;
        this.settings = settings;
        this.listener = listener;
        this.time = time;
        this.random = random;
    }

    /** The Feign interfaces for these accounts, all of this vendor. */
    public <T> VendorApis<T> apis(Class<T> api, Collection<HttpAccount> accounts, Vendor vendor) {
        ReasonTable reasons = new ReasonTable(
                vendor.codes(), settings.vendorCodes().getOrDefault(vendor.name(), Map.of()), vendor.timestampCodes());
        Map<URI, VendorApiHandler<T>> byAddress = new HashMap<>();
        Map<Account, T> byAccount = new HashMap<>();
        for (HttpAccount account : accounts) {
            VendorApiHandler<T> ofAddress =
                    byAddress.computeIfAbsent(account.url(), url -> new VendorApiHandler<>(url, api, pipeline));
            byAccount.put(account.account(), ofAddress.of(context(account, vendor, reasons)));
        }
        return new VendorApis<>(byAccount, memory, listener);
    }

    private AccountContext context(HttpAccount account, Vendor vendor, ReasonTable reasons) {
        VendorClock clock = new VendorClock(time);
        FailureMapper failures = new FailureMapper(
                account.account(),
                KnownSecrets.of(account.secret().reveal()),
                vendor.signatureHeader(),
                reasons,
                clock,
                listener);
        return new AccountContext(
                clock,
                signer(account, vendor),
                signatureCheck(account, vendor),
                new ReplyDecoder(vendor.envelopeReader(), failures));
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
}
