package io.callport.query;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The users who made and changed an object at the vendor, and the times. The times have no zone, because the vendor
 * states none.
 *
 * @param createdAt the time of creation
 * @param createdBy the vendor's id of the user who created it
 * @param updatedAt the time of the last change
 * @param updatedBy the vendor's id of the user who changed it last
 */
public record Changes(
        @Nullable LocalDateTime createdAt,
        @Nullable String createdBy,
        @Nullable LocalDateTime updatedAt,
        @Nullable String updatedBy) {}
