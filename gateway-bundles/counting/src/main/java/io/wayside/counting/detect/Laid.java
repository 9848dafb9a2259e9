// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import io.wayside.counting.detect.Family.Fit;
import io.wayside.counting.spi.Detection;

/**
 * Where a picture lies in the input of a model.
 *
 * @param widthPx of the scaled picture
 * @param leftPx free columns to its left
 * @param scaleX pixels of the input for one of the picture
 */
public record Laid(int widthPx, int heightPx, int leftPx, int topPx, double scaleX, double scaleY) {

  public static Laid of(Fit fit, int pictureW, int pictureH, int inputW, int inputH) {
    if (fit == Fit.STRETCHED) {
      return new Laid(inputW, inputH, 0, 0, (double) inputW / pictureW, (double) inputH / pictureH);
    }
    double scale = Math.min((double) inputW / pictureW, (double) inputH / pictureH);
    int width = Math.max(1, Math.min(inputW, (int) Math.round(pictureW * scale)));
    int height = Math.max(1, Math.min(inputH, (int) Math.round(pictureH * scale)));
    int left = fit == Fit.MIDDLE ? (inputW - width) / 2 : 0;
    int top = fit == Fit.MIDDLE ? (inputH - height) / 2 : 0;
    return new Laid(
        width, height, left, top, (double) width / pictureW, (double) height / pictureH);
  }

  /** A box of the input in pixels of the picture. */
  Detection back(String label, double score, double left, double top, double right, double bottom) {
    return new Detection(
        label,
        score,
        (left - leftPx) / scaleX,
        (top - topPx) / scaleY,
        (right - leftPx) / scaleX,
        (bottom - topPx) / scaleY);
  }
}
