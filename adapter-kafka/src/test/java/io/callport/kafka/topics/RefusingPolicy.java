package io.callport.kafka.topics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.server.policy.CreateTopicPolicy;

/** A test broker's policy for new topics: it records their order, and refuses some settings and names. */
public final class RefusingPolicy implements CreateTopicPolicy {
    static final List<String> ASKED = new CopyOnWriteArrayList<>();
    static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();

    @Override
    public void validate(RequestMetadata request) {
        ASKED.add(request.topic());
        request.configs().keySet().stream()
                .filter(REFUSED::contains)
                .findFirst()
                .ifPresent(key -> {
                    throw new PolicyViolationException("not with " + key);
                });
        if (REFUSED.contains(request.topic())) {
            throw new PolicyViolationException("not " + request.topic());
        }
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
}
