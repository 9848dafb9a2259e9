// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.camerakill;

/**
 * One kill and what came of it.
 *
 * @param backS from the kill to the next picture
 * @param pictures that came before the kill, since the one before
 * @param after what the process held when pictures were back
 */
record Round(double backS, long pictures, Vitals after) {}
