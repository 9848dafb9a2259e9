// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import io.wayside.core.data.GarbledData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sealing key as a PEM file of two blocks, private and public, readable by its owner only. */
public final class KeyFile {

  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]*)-----END \\1 KEY-----");
  private static final int LONGEST = 4096;

  private KeyFile() {}

  /** Reads a key file. */
  public static FileSigner read(Path file) throws IOException, GarbledData {
    String text = text(file);
    return new FileSigner(block(text, "PRIVATE", file), block(text, "PUBLIC", file));
  }

  /** Reads only the public key of a key file. */
  public static SealingKey readPublic(Path file) throws IOException, GarbledData {
    return SealingKey.of(block(text(file), "PUBLIC", file));
  }

  /** Writes a new key; the file is whole and on stable storage when this returns. */
  public static void create(Path file) throws IOException {
    KeyPair pair = FileSigner.newPair();
    String text =
        pem("PRIVATE", pair.getPrivate().getEncoded())
            + pem("PUBLIC", pair.getPublic().getEncoded());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (FileChannel channel =
        FileChannel.open(
            part,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }

  /** Closes the file to all but its owner; true when it was open to others. */
  public static boolean tighten(Path file) throws IOException {
    Set<PosixFilePermission> modes = Files.getPosixFilePermissions(file);
    Set<PosixFilePermission> own =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    if (own.containsAll(modes)) {
      return false;
    }
    Files.setPosixFilePermissions(file, own);
    return true;
  }

  private static String text(Path file) throws IOException, GarbledData {
    if (Files.size(file) > LONGEST) {
      throw new GarbledData(file + " is too long for a key file");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  private static byte[] block(String text, String half, Path file) throws GarbledData {
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      if (half.equals(matcher.group(1))) {
        try {
          return Base64.getMimeDecoder().decode(matcher.group(2));
        } catch (IllegalArgumentException notBase64) {
          throw new GarbledData(file + " holds a " + half + " KEY block that is not base64");
        }
      }
    }
    throw new GarbledData(file + " holds no " + half + " KEY block");
  }

  private static String pem(String half, byte[] encoded) {
    return "-----BEGIN "
        + half
        + " KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END "
        + half
        + " KEY-----\n";
  }
}
