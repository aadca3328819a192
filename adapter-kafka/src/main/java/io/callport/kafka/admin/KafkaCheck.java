package io.callport.kafka.admin;

import io.callport.kafka.admin.rights.Rights;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.topics.QuickAdmin;
import io.callport.kafka.topics.TopicCheck;
import io.callport.kafka.topics.Unanswered;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Asks a cluster whether the service can run on it: its topics, the rights of the configured user, and how long offsets are
 * kept. Changes neither topics nor the group.
 */
public final class KafkaCheck {
    private KafkaCheck() {}

    /** Looks once; waits a few seconds for a cluster that does not answer. */
    public static Findings look(KafkaSettings settings) {
        try (Admin admin = QuickAdmin.open(settings.clients())) {
            Rights rights = Rights.ask(admin, settings);
            return rights.findings().and(TopicCheck.look(admin, settings, rights.hidden()));
        } catch (KafkaException e) {
            return Findings.problem(Unanswered.told(e));
        }
    }
}
