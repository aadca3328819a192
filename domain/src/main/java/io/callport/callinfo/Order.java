package io.callport.callinfo;

import org.jspecify.annotations.Nullable;

/**
 * An order: one imported number, which may be dialled more than once (NXCloud wiki, orderDetailList and callCallback). A
 * component is {@code null} where the vendor sent nothing, or nothing that reads as its type.
 *
 * @param orderId the id that was given at import
 * @param userPhone the number that is dialled
 * @param userName its owner
 * @param sceneId the script template
 * @param userTaskId the task, by the id that its maker gave it
 * @param taskId the task, by the vendor's id
 * @param finish whether it is completed
 * @param other what was passed along at import
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
