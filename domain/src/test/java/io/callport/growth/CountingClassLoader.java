package io.callport.growth;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Loads the classes of some packages a second time, so that they count their {@link Steps}. */
public final class CountingClassLoader extends ClassLoader {
    private final String counted;

    /** @param counted the beginning of the names of the classes to count, such as {@code io.callport.switchboard.} */
    public CountingClassLoader(String counted) {
        super(CountingClassLoader.class.getClassLoader());
        this.counted = counted;
    }

    /** A counted object of a class with a public constructor without parameters, as a type that is not counted. */
    public <T> T create(Class<? extends T> type, Class<T> as) {
        try {
            return as.cast(loadClass(type.getName()).getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(counted)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream original = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (original == null) {
                throw new ClassNotFoundException(name);
            }
            ClassReader reader = new ClassReader(original);
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new StepsOfClass(writer), 0);
            byte[] bytes = writer.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static final class StepsOfClass extends ClassVisitor {
        StepsOfClass(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new StepsOfMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    /** Counts the start of a method and each jump back. */
    private static final class StepsOfMethod extends MethodVisitor {
        private static final String STEPS = Type.getInternalName(Steps.class);

        private final Set<Label> behind = new HashSet<>();

        StepsOfMethod(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            count();
        }

        @Override
        public void visitLabel(Label label) {
            behind.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (behind.contains(label)) {
                count();
            }
            super.visitJumpInsn(opcode, label);
        }

        private void count() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, STEPS, "take", "()V", false);
        }
    }
}
