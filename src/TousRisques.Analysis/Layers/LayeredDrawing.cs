using System.Collections.Immutable;

namespace TousRisques.Analysis.Layers;

/// <summary>A thing to place.</summary>
/// <param name="Height">Its height, in the drawing's units.</param>
/// <param name="Last">Whether it belongs at the far right as long as nothing rests on it: what everything else is for.</param>
public readonly record struct LayerBox(int Height, bool Last = false);

/// <summary>Something rests on something else: a line from left to right.</summary>
/// <param name="From">Index of what it rests on.</param>
/// <param name="To">Index of what rests on it.</param>
/// <param name="Trunk">Lines of one trunk that leave the same box run together until they must part.</param>
public readonly record struct LayerLink(int From, int To, int Trunk = 0);

/// <summary>Measures of a drawing, all in its own units.</summary>
/// <param name="BoxWidth">Width of every box.</param>
/// <param name="BoxGap">Room between two boxes of a layer.</param>
/// <param name="LineGap">Room between two lines that pass a layer.</param>
/// <param name="Channel">Room between two layers, at least; it grows with the lines that cross it, up to twice as much.</param>
/// <param name="Lane">Room on either side of the boxes of a circle, for the lines within it.</param>
/// <param name="Frame">Room above and below the boxes of a circle, inside its frame.</param>
public sealed record LayerMeasures(int BoxWidth = 150, int BoxGap = 12, int LineGap = 9, int Channel = 34, int Lane = 26, int Frame = 14);

/// <summary>A point of a drawing; y grows downwards.</summary>
public readonly record struct LayerPoint(int X, int Y);

/// <summary>A box in its place.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its top edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Layer">Its layer, from 0 at the left.</param>
public readonly record struct PlacedBox(int X, int Y, int Width, int Height, int Layer);

/// <summary>A line in its place.</summary>
/// <param name="Points">
/// Its points. Between layers: a curve from each even point to the next one, then straight on through the layer to the point after it.
/// Within a circle: where it leaves, the middle of its bend, where it arrives.
/// </param>
/// <param name="Within">Whether it stays within a circle.</param>
public sealed record LayerRoute(ImmutableArray<LayerPoint> Points, bool Within);

/// <summary>Things that all rest on one another, framed together.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Members">Indices of its boxes, from top to bottom.</param>
public sealed record PlacedCircle(PlacedBox Frame, ImmutableArray<int> Members);

/// <summary>A layered drawing: what things rest on is at their left.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Boxes">Every box, in the order given.</param>
/// <param name="Routes">Every line, in the order given.</param>
/// <param name="Circles">The circles, from left to right.</param>
/// <param name="Crossings">How often lines cross between layers.</param>
/// <param name="CrossingsAtFirst">The same before the layers were sorted.</param>
public sealed record LayeredDrawing(
    int Width, int Height, ImmutableArray<PlacedBox> Boxes, ImmutableArray<LayerRoute> Routes, ImmutableArray<PlacedCircle> Circles,
    long Crossings, long CrossingsAtFirst);
