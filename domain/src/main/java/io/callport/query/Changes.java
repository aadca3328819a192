package io.callport.query;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Who made and changed something at the vendor, and when. Times have no zone, because the vendor states none.
 *
 * @param createdAt when it was made
 * @param createdBy the vendor's id of who made it
 * @param updatedAt when it last changed
 * @param updatedBy the vendor's id of who changed it
 */
public record Changes(
        @Nullable LocalDateTime createdAt,
        @Nullable String createdBy,
        @Nullable LocalDateTime updatedAt,
        @Nullable String updatedBy) {}
