package io.callport.vendor.callbot;

import io.callport.callinfo.Task;
import io.callport.vendor.json.FieldReader;

/** Maps tasks, field by field as the wiki's pages taskList and taskCallback list them. */
public final class TaskMapper {
    private TaskMapper() {}

    /** A task with its statistics. */
    public static Task task(FieldReader fields) {
        return new Task(
                fields.text("userTaskID"),
                fields.text("taskID"),
                fields.text("sceneID"),
                fields.text("taskStatus"),
                fields.number("createTs"),
                fields.object("taskStat", TaskMapper::statistics),
                fields.rest());
    }

    private static Task.Statistics statistics(FieldReader fields) {
        return new Task.Statistics(
                fields.count("answerOrderCount"),
                fields.count("finishOrderCount"),
                fields.count("totalOrderCount"),
                fields.decimal("finishRate"),
                fields.count("totalAnswerCall"),
                fields.count("totalCall"),
                fields.decimal("answerRate"),
                fields.rest());
    }
}
