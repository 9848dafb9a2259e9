// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.net;

import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.spi.DetectorFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whether the model's file is there, and is the one its document means. */
final class ModelFile {

  private static final int PIECE_BYTES = 1 << 16;

  private ModelFile() {}

  static void check(ModelPlan plan, Path file) throws DetectorFailed {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new DetectorFailed(
          plan.name()
              + ": there is no model "
              + file
              + " that can be read; models are not shipped, put yours there");
    }
    if (plan.sha256().isPresent() && !plan.sha256().get().equals(digest(plan, file))) {
      throw new DetectorFailed(
          plan.name()
              + ": "
              + file
              + " is not the file its sha256 means; bring the right one, or correct the document");
    }
  }

  private static String digest(ModelPlan plan, Path file) throws DetectorFailed {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] piece = new byte[PIECE_BYTES];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException unreadable) {
      throw new DetectorFailed(
          plan.name() + ": " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
