// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.spi;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs neural networks that users bring. What a network is to be shown and what its numbers mean is
 * the counter's affair, so that each runtime finds the same in the same picture. As an OSGi service
 * it has the property {@link Detector#ID}; a counter asks for it as for a {@link Detector}.
 */
public interface NetRuntime {

  /**
   * Makes a network ready.
   *
   * @param file in ONNX form
   * @param widthPx of the pictures it will be shown
   * @throws DetectorFailed when this file cannot be run, with the remedy
   */
  OpenNet open(Path file, int widthPx, int heightPx) throws DetectorFailed;

  /** A network made ready. One call at a time; closed by whoever opened it. */
  interface OpenNet extends AutoCloseable {

    /**
     * What it says of a picture, an output after the other.
     *
     * @param planes lent until the call returns: outside the heap, floats in the machine's byte
     *     order, three planes of as many rows as the picture has
     * @throws DetectorFailed when it does not take such a picture or fails at it; the next may be
     *     tried
     */
    List<Tensor> run(ByteBuffer planes) throws DetectorFailed;

    @Override
    void close();
  }
}
