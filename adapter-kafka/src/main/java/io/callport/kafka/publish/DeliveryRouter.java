package io.callport.kafka.publish;

import io.callport.kafka.result.Publication;
import io.callport.kafka.topics.Obstacle;
import io.callport.kafka.topics.TopicView;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds where a delivery goes as the destinations are now. One thread owns it. */
final class DeliveryRouter {
    private final DestinationHealth destinationHealth;
    private final Supplier<TopicView> topics;

    DeliveryRouter(DestinationHealth destinationHealth, Supplier<TopicView> topics) {
        this.destinationHealth = destinationHealth;
        this.topics = topics;
    }

    /** The delivery as it can be published now; {@code null} if neither its destination nor another one takes it. */
    @Nullable
    Delivery route(Delivery delivery) {
        Publication publication = delivery.publication();
        Obstacle obstacle = destinationHealth.obstacleTo(publication);
        if (obstacle != null) {
            Publication elsewhere = publication.elsewhere(obstacle.unauthorized());
            return elsewhere == null ? null : route(delivery.with(elsewhere));
        }
        return exists(publication) ? delivery : onAnotherPartition(delivery);
    }

    private boolean exists(Publication publication) {
        TopicView view = topics.get();
        return !view.exists(publication.topic()) || view.exists(publication.topic(), publication.partition());
    }

    /** A topic that was recreated may have fewer partitions than when the record was addressed. */
    private @Nullable Delivery onAnotherPartition(Delivery delivery) {
        Publication publication = delivery.publication();
        Publication elsewhere = publication.elsewhere(false);
        if (elsewhere != null) {
            return route(delivery.with(elsewhere));
        }
        int partition = topics.get()
                .partitionOf(publication.topic(), publication.record().key());
        return route(delivery.with(publication.onPartition(partition)));
    }
}
