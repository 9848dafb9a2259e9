// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.picture;

/**
 * A picture seen from afar: mean brightness of 64 x 36 cells, and how sharp it was near by.
 *
 * @param grey mean of each cell, 0 to 255 in steps of 1/16, row by row; -1 where it is hidden
 * @param edges share of the pixels at which brightness changes much within eight pixels
 * @param sharpness how much of that change, squared, is within two pixels: a quarter for a step, a
 *     sixteenth for a ramp as long as the eight
 */
@SuppressWarnings("ArrayRecordComponent") // bytes by the million; nobody compares them
public record GreyGrid(int[] grey, double edges, double sharpness) {

  public static final int COLUMNS = 64;
  public static final int ROWS = 36;
  public static final int HIDDEN = -1;

  private static final int REACH = 4;

  /** Far above the noise of a camera. */
  private static final int MUCH = 32;

  /** Of a picture that is at least as large as the grid; hidden pixels hide their cell. */
  public static GreyGrid of(Picture picture, boolean[] hidden) {
    Counting counting = new Counting(picture, hidden);
    int[] grey = new int[COLUMNS * ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        grey[row * COLUMNS + column] = counting.cell(column, row);
      }
    }
    return new GreyGrid(
        grey,
        counting.edges / (double) (picture.size().widthPx() * picture.size().heightPx()),
        counting.near / (double) Math.max(1, counting.far));
  }

  public static boolean isPossible(Size size) {
    return size.widthPx() >= 2 * COLUMNS && size.heightPx() >= 2 * ROWS;
  }

  private static final class Counting {
    private final byte[] bgr;
    private final int width;
    private final int height;
    private final boolean[] hidden;
    private long near;
    private long far;
    private long edges;

    Counting(Picture picture, boolean[] hidden) {
      this.bgr = picture.bgr();
      this.width = picture.size().widthPx();
      this.height = picture.size().heightPx();
      this.hidden = hidden;
    }

    private int cell(int column, int row) {
      int left = column * width / COLUMNS;
      int right = (column + 1) * width / COLUMNS;
      long sum = 0;
      int count = 0;
      for (int y = row * height / ROWS; y < (row + 1) * height / ROWS; y++) {
        for (int x = left; x < right; x++) {
          int pixel = y * width + x;
          if (hidden.length > 0 && hidden[pixel]) {
            return HIDDEN;
          }
          int i = 3 * pixel;
          // Weights of ITU-R BT.601 in 256ths.
          sum += 29 * (bgr[i] & 0xff) + 150 * (bgr[i + 1] & 0xff) + 77 * (bgr[i + 2] & 0xff);
          count++;
          if (x >= REACH && x + REACH < width) {
            sharpness(pixel);
          }
        }
      }
      return (int) (sum / 16 / count);
    }

    /** By the green alone: it carries most of the light. */
    private void sharpness(int pixel) {
      int across = green(pixel + REACH) - green(pixel - REACH);
      boolean whole = hidden.length == 0 || !(hidden[pixel - REACH] || hidden[pixel + REACH]);
      if (whole && Math.abs(across) >= MUCH) {
        int step = green(pixel + 1) - green(pixel - 1);
        near += (long) step * step;
        far += (long) across * across;
        edges++;
      }
    }

    private int green(int pixel) {
      return bgr[3 * pixel + 1] & 0xff;
    }
  }
}
