package io.callport.demo;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.event.VendorEvent;
import io.callport.sandbox.callback.CallbackSettings;
import io.callport.sandbox.vendor.SandboxAccount;
import io.callport.signing.Algorithm;
import io.callport.webhook.WebhookServer;
import io.callport.webhook.Webhooks;
import io.callport.webhook.settings.WebhookAccount;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookServerSettings;
import io.callport.webhook.settings.WebhookSettings;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The receiver of callbacks on a port of its own, for the stand-in vendors' accounts, with a list instead of Kafka. */
final class WebhookReceiver implements AutoCloseable {
    static final Account MD5 = Account.parse("callbot:md5-account");
    static final String MD5_SECRET = "sandbox-md5-secret";

    private final List<VendorEvent> events = new CopyOnWriteArrayList<>();
    private final WebhookServer server;

    WebhookReceiver() throws IOException {
        List<WebhookAccount> accounts = new ArrayList<>();
        for (SandboxAccount account : SandboxAccount.DOCUMENTED) {
            accounts.add(new WebhookAccount(
                    Account.parse(account.id()),
                    Secret.of(account.secret()),
                    Algorithm.SHA256,
                    Secret.of(CallbackSettings.DEFAULT.token()),
                    account.vendor().equals("7moor") ? Secret.of(CallbackSettings.DEFAULT.pathSecret()) : null,
                    account.key()));
        }
        accounts.add(WebhookAccount.signed(MD5, Secret.of(MD5_SECRET), Algorithm.MD5));
        Webhooks webhooks = Webhooks.of(WebhookSettings.of(accounts), this::publish, WebhookListener.NONE);
        server = WebhookServer.start(WebhookServerSettings.at("127.0.0.1", 0), webhooks);
    }

    private CompletableFuture<Void> publish(VendorEvent event) {
        events.add(event);
        return CompletableFuture.completedFuture(null);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The events that were published, in their order. */
    List<VendorEvent> events() {
        return events;
    }

    @Override
    public void close() {
        server.close();
    }
}
