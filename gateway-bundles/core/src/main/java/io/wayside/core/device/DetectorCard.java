// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/** A card on loops or other sensors that counts vehicles by itself. */
public interface DetectorCard extends Device, Source<CardWord> {}
