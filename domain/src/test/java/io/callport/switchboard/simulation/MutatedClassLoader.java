package io.callport.switchboard.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the switchboard and its simulation once more: mutated classes from a folder, the others as they are. */
final class MutatedClassLoader extends ClassLoader {
    private static final String OURS = "io.callport.switchboard.";

    private final Path folder;

    MutatedClassLoader(Path folder) {
        super(MutatedClassLoader.class.getClassLoader());
        this.folder = folder;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try {
            byte[] bytes = read(name.replace('.', '/') + ".class");
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] read(String path) throws IOException {
        Path mutated = folder.resolve(path);
        if (Files.exists(mutated)) {
            return Files.readAllBytes(mutated);
        }
        try (InputStream original = getParent().getResourceAsStream(path)) {
            if (original == null) {
                throw new IOException("No class " + path);
            }
            return original.readAllBytes();
        }
    }
}
