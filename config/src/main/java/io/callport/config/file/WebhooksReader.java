package io.callport.config.file;

import io.callport.config.WebhookConfig;
import io.callport.config.schema.Key;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SchemaEntry;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.ValueFormat;
import io.callport.config.yaml.Section;
import io.callport.http.settings.VendorProfile;
import io.callport.webhook.settings.SuccessReply;
import io.callport.webhook.settings.TlsFiles;
import io.callport.webhook.settings.WebhookServerSettings;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code webhooks}. */
final class WebhooksReader {
    private static final String PEM = "-----BEGIN";

    private static final Key<String> HOST = Key.with(
            "host",
            ValueFormats.HOST,
            WebhookServerSettings.HOST,
            "The address to listen on; this machine's alone behind a reverse proxy there.");
    private static final Key<Integer> PORT =
            Key.with("port", ValueFormats.number(1, 65_535), WebhookServerSettings.PORT, "The port.");
    private static final Key<String> CERTIFICATE = Key.optional(
            "certificate",
            ValueFormats.NOT_BLANK,
            "required below `tls`",
            "/etc/callport/tls.pem",
            "The file of the certificate in PEM, with those that lead to its authority behind it; read again when it"
                    + " changes.");
    private static final Key<String> KEY = Key.optional(
            "key",
            ValueFormats.NOT_BLANK,
            "required below `tls`",
            "/etc/callport/key.pem",
            "The file of the certificate's private key in PEM, PKCS#8 and not encrypted; read again when it changes."
                    + " `${file:/etc/callport/key.pem}` means the same.");
    private static final SectionKey TLS =
            new SectionKey("tls", "TLS on the port itself; without it HTTP is plain.", Schema.of(CERTIFICATE, KEY));
    private static final Key<Integer> MAX_BODY_SIZE = Key.with(
            "max-body-size",
            ValueFormats.size(16, "256KiB"),
            "256KiB",
            "The largest body of a callback; a larger one is answered 413.");
    private static final Key<Integer> UNVERIFIED = Key.with(
            "unverified",
            ValueFormats.SIZE,
            "16MiB",
            "The most bytes of bodies that are held before they are verified; beyond it the slowest one gives way. No part of"
                    + " `limits.memory`, as the 32 MiB of verified ones that may wait for Kafka.");
    private static final Key<Duration> MAX_AGE = Key.with(
            "max-age",
            ValueFormats.DURATION,
            "P1D",
            "A signed callback whose own time is further off is answered 401: without a bound, one that was seen could be"
                    + " sent again for ever.");
    private static final Key<Integer> STATUS =
            Key.with("status", ValueFormats.number(200, 299), SuccessReply.DEFAULT.status(), "The status.");
    private static final Key<String> BODY = Key.optional(
            "body",
            ValueFormat.of("text of at most 4096 characters", WebhooksReader::body),
            "`" + SuccessReply.DEFAULT.body() + "`",
            "'{\"code\":0}'",
            "The body.");

    static final SectionKey WEBHOOKS = new SectionKey(
            "webhooks",
            "The receiving of what vendors push; nothing is received where this is left out."
                    + " `./callport webhooks` prints the URLs to give to vendors.",
            Schema.of(HOST, PORT, TLS, MAX_BODY_SIZE, UNVERIFIED, MAX_AGE, replies()));

    private WebhooksReader() {}

    /** What is received; {@code null} if nothing is. */
    static @Nullable WebhookConfig read(Section root) {
        if (!root.has(WEBHOOKS.name())) {
            return null;
        }
        Section webhooks = root.section(WEBHOOKS);
        int maxBody = webhooks.get(MAX_BODY_SIZE);
        int unverified = webhooks.get(UNVERIFIED);
        if (maxBody > unverified && webhooks.hasNoProblem(MAX_BODY_SIZE.name(), UNVERIFIED.name())) {
            webhooks.problem(
                    UNVERIFIED.name(),
                    "must be at least " + webhooks.path(MAX_BODY_SIZE.name())
                            + ", or no body of that size is ever read");
        }
        WebhookServerSettings server = new WebhookServerSettings(
                webhooks.get(HOST),
                webhooks.get(PORT),
                webhooks.has(TLS.name()) ? tls(webhooks.section(TLS)) : null,
                unverified,
                WebhookServerSettings.BODY_TIMEOUT);
        return new WebhookConfig(server, maxBody, webhooks.get(MAX_AGE), replies(webhooks.section(replies())));
    }

    private static @Nullable TlsFiles tls(Section tls) {
        Path certificate = path(tls, CERTIFICATE);
        Path key = path(tls, KEY);
        if (certificate == null || key == null) {
            return null;
        }
        TlsFiles files = new TlsFiles(certificate, key);
        try {
            files.keyStore();
        } catch (IllegalArgumentException e) {
            String[] message = String.valueOf(e.getMessage()).split(": ", 2);
            tls.problem(message[0], message[1]);
        } catch (IOException e) {
            tls.problem(CERTIFICATE.name(), "cannot be used; " + e.getMessage());
        }
        return files;
    }

    private static @Nullable Path path(Section tls, Key<String> name) {
        String value = tls.optional(name);
        if (value == null) {
            if (!tls.has(name.name()) && tls.hasNoProblem(name.name())) {
                tls.problem(
                        name.name(),
                        "is missing; name its file, as in " + name.absence().example());
            }
            return null;
        }
        String file = tls.file(name.name());
        if (file == null && value.contains(PEM)) {
            tls.problem(
                    name.name(),
                    "holds PEM itself; name its file, as in " + name.absence().example());
            return null;
        }
        try {
            return Path.of(file == null ? value : file);
        } catch (InvalidPathException e) {
            tls.problem(name.name(), "must be a path, as in " + name.absence().example());
            return null;
        }
    }

    private static SectionKey replies() {
        return new SectionKey(
                "reply",
                "The answer to a callback whose event is safe, where a vendor wants another one than the usual.",
                new Schema(VendorProfile.vendors().stream()
                        .<SchemaEntry>map(WebhooksReader::reply)
                        .toList()));
    }

    private static SectionKey reply(String vendor) {
        return new SectionKey(vendor, "The answer to " + vendor + ".", Schema.of(STATUS, BODY));
    }

    private static Map<String, SuccessReply> replies(Section section) {
        Map<String, SuccessReply> replies = new HashMap<>();
        for (String vendor : VendorProfile.vendors()) {
            if (section.has(vendor)) {
                Section reply = section.section(reply(vendor));
                String body = reply.optional(BODY);
                replies.put(
                        vendor, new SuccessReply(reply.get(STATUS), body == null ? SuccessReply.DEFAULT.body() : body));
            }
        }
        return replies;
    }

    private static String body(String text) {
        if (text.length() > 4_096) {
            throw new IllegalArgumentException("must be text of at most 4096 characters");
        }
        return text;
    }
}
