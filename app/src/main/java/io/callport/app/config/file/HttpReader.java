package io.callport.app.config.file;

import io.callport.app.yaml.Form;
import io.callport.app.yaml.Section;
import io.callport.http.HttpSettings;
import io.callport.http.ResponseSignatures;
import io.callport.http.VendorRules;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code http} and {@code vendor-codes}. */
final class HttpReader {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final Form<ResponseSignatures> SIGNATURES = Forms.choice(Map.of(
            "warn", ResponseSignatures.WARN, "require", ResponseSignatures.REQUIRE, "off", ResponseSignatures.OFF));

    /** The reasons that a vendor's code can have; the others are Callport's own. */
    private static final Form<Reason> REASON = Forms.choice(EnumSet.of(
                    Reason.INVALID_COMMAND,
                    Reason.UNSUPPORTED_QUERY,
                    Reason.UNAUTHORIZED,
                    Reason.VENDOR_REFUSED,
                    Reason.VENDOR_UNAVAILABLE)
            .stream()
            .collect(Collectors.toMap(Reason::code, Function.identity())));

    private HttpReader() {}

    static HttpSettings read(Section http, Section vendorCodes) {
        HttpSettings settings = new HttpSettings(
                http.get("connect-timeout", Forms.DURATION, Duration.ofSeconds(5)),
                http.get("timeout", Forms.DURATION, Duration.ofSeconds(30)),
                http.get("max-answer-size", Forms.SIZE, MOST_BYTES),
                http.get("response-signatures", SIGNATURES, ResponseSignatures.WARN),
                vendorCodes(vendorCodes));
        http.rejectOthers();
        return settings;
    }

    private static Map<String, Map<String, Reason>> vendorCodes(Section section) {
        Map<String, Map<String, Reason>> codes = new HashMap<>();
        for (String vendor : VendorRules.vendors()) {
            Map<String, Reason> reasons = reasons(section.section(vendor));
            if (!reasons.isEmpty()) {
                codes.put(vendor, reasons);
            }
        }
        section.rejectOthers();
        return codes;
    }

    private static Map<String, Reason> reasons(Section vendor) {
        Map<String, Reason> reasons = new HashMap<>();
        for (String code : vendor.keys()) {
            Reason reason = vendor.optional(code, REASON);
            if (reason != null) {
                reasons.put(code, reason);
            }
        }
        return reasons;
    }
}
