package io.callport.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The topic for commands that want their results on a separate topic. The service never creates such a topic: the
 * readers of the results do.
 */
final class ReplyTopic {
    static final String NAME = "callport.replies";

    private static final NewTopic TOPIC = new NewTopic(NAME, 3, (short) 1);

    private ReplyTopic() {}

    /**
     * Creates the topic.
     *
     * @throws IllegalStateException if the broker does not create the topic
     */
    static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(TOPIC)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topic " + NAME + " cannot be made: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
