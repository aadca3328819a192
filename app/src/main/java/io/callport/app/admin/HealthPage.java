package io.callport.app.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.kafka.state.Health;
import io.callport.observability.pages.Page;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The health as JSON: 200 if all is well, 503 if not. */
final class HealthPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HealthPage() {}

    static Page live(Health health) {
        return page(
                health.live(),
                health.live() ? "live" : "not-live",
                health.live() ? List.of() : health.reasons(),
                List.of());
    }

    /**
     * The readiness, with warnings among the reasons, and the vendors' answers beside them. Neither decides: with a
     * vendor that is down, or with a publisher that leaves a transaction open, no other instance would do better.
     */
    static Page ready(Health health, List<VendorPing> vendors) {
        List<String> all = new ArrayList<>(health.reasons());
        all.addAll(health.warnings());
        return page(health.ready(), health.ready() ? "ready" : "not-ready", all, vendors);
    }

    private static Page page(boolean well, String status, List<String> reasons, List<VendorPing> vendors) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("reasons", reasons);
        if (!vendors.isEmpty()) {
            body.put("vendors", vendors.stream().map(HealthPage::json).toList());
        }
        try {
            return Page.json(well ? 200 : 503, JSON.writeValueAsString(body) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> json(VendorPing ping) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("account", ping.account().toString());
        json.put("ping", ping.refusal() == null ? "answered" : ping.refusal());
        json.put("at", ping.at().toString());
        return json;
    }
}
