package io.callport.tools.sign;

import io.callport.tools.shell.Shell;
import java.util.List;
import picocli.CommandLine.Command;

/** Groups the commands that sign for the three vendors under one name. */
@Command(name = "sign", description = "Sign a message; the secret comes from CALLPORT_SECRET.")
public final class SignCommand {
    /** Creates the command, which only leads to the commands of {@link #vendors}. */
    public SignCommand() {}

    /** The commands below this one, one for each vendor. */
    public static List<Object> vendors(Shell shell) {
        Signer signer = new Signer(shell);
        return List.of(new SignMoor(signer), new SignCallbot(signer), new SignNxlink(signer));
    }
}
