package io.callport.config.file;

import io.callport.config.schema.Key;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SchemaEntry;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.ValueFormat;
import io.callport.config.schema.WildcardKey;
import io.callport.config.yaml.Section;
import io.callport.http.settings.CodeMeaning;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.http.settings.Truststore;
import io.callport.http.settings.VendorProfile;
import io.callport.query.Reason;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

final class HttpReader {
    private static final ValueFormat<ResponseSignatures> SIGNATURES = ValueFormats.choice(Map.of(
            "warn", ResponseSignatures.WARN, "require", ResponseSignatures.REQUIRE, "off", ResponseSignatures.OFF));

    /** The meanings that a vendor's code can have: reasons, except Callport's own, and two that concern the account. */
    private static final ValueFormat<CodeMeaning> MEANING = ValueFormats.choice(Map.of(
            Reason.INVALID_COMMAND.code(),
            CodeMeaning.ofQuery(Reason.INVALID_COMMAND),
            Reason.UNSUPPORTED_QUERY.code(),
            CodeMeaning.ofQuery(Reason.UNSUPPORTED_QUERY),
            Reason.VENDOR_REFUSED.code(),
            CodeMeaning.ofQuery(Reason.VENDOR_REFUSED),
            Reason.VENDOR_UNAVAILABLE.code(),
            CodeMeaning.ofQuery(Reason.VENDOR_UNAVAILABLE),
            Reason.UNAUTHORIZED.code(),
            CodeMeaning.UNAUTHORIZED,
            "forbidden",
            CodeMeaning.FORBIDDEN,
            "too-often",
            CodeMeaning.TOO_OFTEN));

    private static final Pattern NEVER_MET = Pattern.compile("[0-9]*x[0-9x]+");

    private static final Key<Duration> CONNECT_TIMEOUT =
            Key.with("connect-timeout", ValueFormats.DURATION, "PT5S", "The longest wait for a connection.");
    private static final Key<Duration> TIMEOUT = Key.with(
            "timeout",
            ValueFormats.DURATION,
            "PT30S",
            "The longest wait for all of a request, to the answer's last byte.");
    private static final Key<Integer> MAX_ANSWER_SIZE = Key.with(
            "max-answer-size",
            ValueFormats.SIZE,
            "16MiB",
            "The largest answer of a vendor that is read, after unpacking; a larger one is a `malformed-answer`.");
    private static final Key<ResponseSignatures> RESPONSE_SIGNATURES = Key.with(
            "response-signatures",
            SIGNATURES,
            "warn",
            "What to do about an answer whose signature is wrong or missing, where the vendor signs answers (Callbot): `warn`"
                    + " logs it once per account and uses the answer, `require` refuses it as `malformed-answer`, `off` does"
                    + " not look.");
    private static final Key<InetSocketAddress> PROXY = Key.optional(
            "proxy",
            ValueFormat.of("http://, a host and a port, as in http://proxy.example.com:3128", WebAddress::parseProxy),
            "the JVM's settings, such as `-Dhttps.proxyHost`",
            "http://proxy.example.com:3128",
            "The proxy through which all vendors are asked; it gets no user and no password.");
    private static final Key<Truststore> TRUSTSTORE = Key.optional(
            "truststore",
            ValueFormat.of(
                    "a file of certificates in PEM",
                    text -> ValueFormats.withoutFieldName(HttpReader::truststore, text)),
            "the authorities that the JDK trusts",
            "/etc/callport/vendors-ca.pem",
            "The certificates by which those of vendors are checked, instead of the JDK's; read at the start.");
    static final SectionKey HTTP = new SectionKey(
            "http",
            "The requests to vendors.",
            Schema.of(CONNECT_TIMEOUT, TIMEOUT, MAX_ANSWER_SIZE, RESPONSE_SIGNATURES, PROXY, TRUSTSTORE));

    static final SectionKey VENDOR_CODES = new SectionKey(
            "vendor-codes",
            "The meanings of a vendor's own codes, where they differ from the built-in table (docs/vendors.md).",
            new Schema(VendorProfile.vendors().stream()
                    .<SchemaEntry>map(HttpReader::codes)
                    .toList()));

    private HttpReader() {}

    static HttpSettings read(Section http, Section vendorCodes) {
        HttpSettings settings = new HttpSettings(
                http.get(CONNECT_TIMEOUT),
                http.get(TIMEOUT),
                http.get(MAX_ANSWER_SIZE),
                http.get(RESPONSE_SIGNATURES),
                vendorCodes(vendorCodes),
                http.optional(PROXY),
                http.optional(TRUSTSTORE));
        if (http.has(CONNECT_TIMEOUT.name())
                && settings.connectTimeout().compareTo(settings.timeout()) > 0
                && http.hasNoProblem(CONNECT_TIMEOUT.name(), TIMEOUT.name())) {
            http.warn(
                    CONNECT_TIMEOUT.name(),
                    "is never reached, because " + http.path(TIMEOUT.name()) + " is less: " + settings.timeout());
        }
        return settings;
    }

    private static Truststore truststore(String path) {
        try {
            return Truststore.read(Path.of(path));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must be a path, as in /etc/callport/vendors-ca.pem", e);
        }
    }

    private static SectionKey codes(String vendor) {
        WildcardKey code = new WildcardKey(
                "<code>",
                MEANING.wanted(),
                List.of("\"600x\": vendor-unavailable"),
                "What that code means; it stands in quotes and may end in `x`, which is any last digit. `unauthorized` (the account's"
                        + " signature) and `too-often` close the account's lane; `forbidden` refuses the query alone, as"
                        + " `unauthorized`; the others are reasons.");
        return new SectionKey(vendor, "The codes of " + vendor + ".", Schema.of(code));
    }

    private static Map<String, Map<String, CodeMeaning>> vendorCodes(Section section) {
        Map<String, Map<String, CodeMeaning>> codes = new HashMap<>();
        for (String vendor : VendorProfile.vendors()) {
            Map<String, CodeMeaning> meanings = meanings(section.section(codes(vendor)));
            if (!meanings.isEmpty()) {
                codes.put(vendor, meanings);
            }
        }
        return codes;
    }

    private static Map<String, CodeMeaning> meanings(Section vendor) {
        Map<String, CodeMeaning> meanings = new HashMap<>();
        for (String code : vendor.keys()) {
            CodeMeaning meaning = vendor.optional(Key.optional(code, MEANING, "", "", ""));
            if (NEVER_MET.matcher(code).matches()) {
                vendor.problem(code, "may have an x, which is any digit, at its end only; write each code");
            } else if (meaning != null) {
                meanings.put(code, meaning);
            }
        }
        return meanings;
    }
}
