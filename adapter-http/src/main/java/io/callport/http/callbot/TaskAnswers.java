package io.callport.http.callbot;

import io.callport.callinfo.Task;
import io.callport.callinfo.TaskPage;
import io.callport.callinfo.TasksQuery;
import io.callport.http.reply.Reply;
import io.callport.vendor.callbot.TaskMapper;
import io.callport.vendor.json.FieldReader;
import java.util.List;

/** Maps answers about tasks. */
final class TaskAnswers {
    private TaskAnswers() {}

    static TaskPage tasks(TasksQuery query, Reply reply) {
        List<Task> tasks = reply.list("taskData", TaskMapper::task);
        FieldReader fields = CallbotEnvelope.content(reply);
        fields.drop("taskData");
        return new TaskPage(query.page(), tasks, fields.rest());
    }
}
