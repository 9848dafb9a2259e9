// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.shape;

/**
 * What a face is made of. Shares of light from 0 to 1, linear.
 *
 * @param gloss how much of the sky it mirrors
 * @param lamp which lamp it is, if any
 */
public record Material(float red, float green, float blue, float gloss, Lamp lamp) {

  /** Lamps of a vehicle. */
  public enum Lamp {
    NONE,
    HEAD,
    TAIL
  }

  public static final Material GLASS = of(0.02, 0.022, 0.025, 0.55);
  public static final Material TYRE = of(0.012, 0.012, 0.012, 0.01);
  public static final Material PLASTIC = of(0.02, 0.02, 0.022, 0.06);
  public static final Material CHROME = of(0.25, 0.25, 0.26, 0.4);
  public static final Material PLATE = of(0.6, 0.6, 0.58, 0.05);
  public static final Material HEADLAMP = new Material(0.5f, 0.5f, 0.5f, 0.3f, Lamp.HEAD);
  public static final Material TAILLAMP = new Material(0.25f, 0.01f, 0.01f, 0.1f, Lamp.TAIL);

  public static Material of(double red, double green, double blue, double gloss) {
    return new Material((float) red, (float) green, (float) blue, (float) gloss, Lamp.NONE);
  }

  /** The same in another brightness. */
  Material times(double factor) {
    return new Material(
        (float) (red * factor), (float) (green * factor), (float) (blue * factor), gloss, lamp);
  }
}
