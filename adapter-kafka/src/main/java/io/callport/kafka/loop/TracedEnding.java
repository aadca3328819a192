package io.callport.kafka.loop;

import io.callport.kafka.publish.DeliveryReport;
import io.callport.kafka.result.Publication;
import io.callport.kafka.tracing.CommandTrace;

/** The end of a command that is followed: with its result, or without one from here. */
record TracedEnding(SafeTracing traces, CommandTrace trace, Publication publication, Runnable reported)
        implements DeliveryReport {
    @Override
    public void committed() {
        reported.run();
        traces.resultPublished(trace, publication.record().topic(), publication.refused());
    }

    @Override
    public void dropped() {
        traces.left(trace);
    }
}
