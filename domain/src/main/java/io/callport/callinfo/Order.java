package io.callport.callinfo;

import org.jspecify.annotations.Nullable;

/**
 * An order: one imported number, which may be dialled more than once (NXCloud wiki, orderDetailList and callCallback).
 * A component is {@code null} where the vendor sent nothing, or a value of another type.
 *
 * @param orderId the id that was given at import
 * @param userPhone the phone number that is dialled
 * @param userName the owner of the phone number
 * @param sceneId the id of the script template
 * @param userTaskId the id that the task's maker gave it
 * @param taskId the vendor's id of the task
 * @param finish whether the order is completed
 * @param other the text that was given at import, and is sent back
 */
public record Order(
        @Nullable String orderId,
        @Nullable String userPhone,
        @Nullable String userName,
        @Nullable String sceneId,
        @Nullable String userTaskId,
        @Nullable String taskId,
        @Nullable Boolean finish,
        @Nullable String other) {}
