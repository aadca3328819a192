package io.callport.benchmarks.stage;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Topics of one turn, which no other turn sees.
 *
 * @param bootstrap where the broker is
 * @param name a prefix of all names, and the consumer group
 * @param partitions of the commands and of the results
 */
public record Stage(String bootstrap, String name, int partitions) {
    /** Makes the topics. */
    public static Stage set(String bootstrap, int partitions) {
        Stage stage = new Stage(bootstrap, "b" + UUID.randomUUID().toString().substring(0, 8), partitions);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(stage.topic(stage.commands()), stage.topic(stage.results())))
                    .all()
                    .get();
            return stage;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where commands are. */
    public String commands() {
        return name + ".commands";
    }

    /** Where results go. */
    public String results() {
        return name + ".results";
    }

    /** Removes the topics, so that the next turn has the disk to itself. */
    public void strike() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.deleteTopics(List.of(commands(), results())).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private NewTopic topic(String topic) {
        return new NewTopic(topic, partitions, (short) 1);
    }
}
