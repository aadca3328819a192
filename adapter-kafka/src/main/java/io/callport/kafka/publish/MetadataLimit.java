package io.callport.kafka.publish;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limit in chars of a committed offset's metadata: the limit that the broker announces, unless a refused commit has
 * shown that the real limit is lower. One thread owns this object.
 */
public final class MetadataLimit {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataLimit.class);

    private int announced = Integer.MAX_VALUE;
    private int learned = Integer.MAX_VALUE;

    /** Records the limit that a broker announces. */
    public void announced(int chars) {
        announced = chars;
    }

    /** The limit in chars as it is now. */
    int chars() {
        return Math.min(announced, learned);
    }

    /** Records that a commit was refused for the length of its metadata. */
    void rejected(int length) {
        learned = Math.min(learned, length / 2);
        LOG.atWarn()
                .addKeyValue("refused-chars", length)
                .addKeyValue("limit-from-now-on", learned)
                .log("The broker takes less offset metadata than it announces");
    }
}
