package io.callport.kafka.publish;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many chars the metadata of a committed offset may have: what the broker announces, unless a commit has shown that it is
 * less. One thread owns it.
 */
public final class MetadataLimit {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataLimit.class);

    private int announced = Integer.MAX_VALUE;
    private int learned = Integer.MAX_VALUE;

    /** A broker announces that limit. */
    public void announced(int chars) {
        announced = chars;
    }

    /** The limit as it is now. */
    int chars() {
        return Math.min(announced, learned);
    }

    /** A commit with metadata of that length was refused for it. */
    void refused(int length) {
        learned = Math.min(learned, length / 2);
        LOG.atWarn()
                .addKeyValue("refused-chars", length)
                .addKeyValue("limit-from-now-on", learned)
                .log("The broker takes less offset metadata than it announces");
    }
}
