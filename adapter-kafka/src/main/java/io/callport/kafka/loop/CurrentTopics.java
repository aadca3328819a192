package io.callport.kafka.loop;

import io.callport.kafka.topics.TopicView;
import java.util.function.Supplier;

/**
 * The topics as one turn of the loop sees them: the topics change only between two turns, so that a command's home
 * stays where it is while the command is read. One thread owns this view.
 */
final class CurrentTopics implements Supplier<TopicView> {
    private final Supplier<TopicView> latest;
    private TopicView view = TopicView.NONE;

    /** @param latest supplies the topics as they are known now */
    CurrentTopics(Supplier<TopicView> latest) {
        this.latest = latest;
    }

    /** Replaces the view by the topics as they are known now. */
    TopicView refresh() {
        view = latest.get();
        return view;
    }

    @Override
    public TopicView get() {
        return view;
    }
}
