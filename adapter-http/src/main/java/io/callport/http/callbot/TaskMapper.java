package io.callport.http.callbot;

import io.callport.callinfo.Task;
import io.callport.callinfo.TaskPage;
import io.callport.callinfo.TasksQuery;
import io.callport.http.json.FieldReader;
import io.callport.http.reply.Reply;
import java.util.List;

/** Maps answers about tasks, field by field as the wiki's pages taskList and taskCallback list them. */
final class TaskMapper {
    private TaskMapper() {}

    static TaskPage tasks(TasksQuery query, Reply reply) {
        List<Task> tasks = reply.list("taskData", TaskMapper::task);
        FieldReader fields = CallbotEnvelope.content(reply);
        fields.drop("taskData");
        return new TaskPage(query.page(), tasks, fields.rest());
    }

    private static Task task(FieldReader fields) {
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
