#!/usr/bin/env python3
"""Looks into files of kg export.
  graph_files.py orphans PATH          nodes, edges and warnings that the file or folder holds; complains of an id that comes twice,
                                       of an edge that ends at no node and of a node without a caption, and exits with 1
  graph_files.py columns FILE GEPHI    complains where Gephi (the JSON of its check) has other columns or types than the file declares
"""
import collections
import csv
import glob
import json
import os
import re
import sys
import xml.etree.ElementTree as xml

csv.field_size_limit(1 << 26)
# Gephi takes these for what they mean, and makes no column of them.
OF_GEPHI = {"caption", "label", "x", "y", "size", "r", "g", "b", "weight"}
TYPES = {"string": "String", "long": "Long", "double": "Double", "boolean": "Boolean", "liststring": "String[]"}


def tag(element):
    return element.tag.rpartition("}")[2]


def of_xml(path):
    """The ids and captions of the nodes, and the edges."""
    nodes, edges = [], []
    for _, element in xml.iterparse(path):
        if tag(element) == "node":
            caption = element.get("label") or next((data.text for data in element if data.get("key") == "caption"), None)
            nodes.append((element.get("id"), caption))
            element.clear()
        elif tag(element) == "edge":
            edges.append((element.get("id"), element.get("source"), element.get("target")))
            element.clear()
    return nodes, edges


def of_json_lines(path):
    nodes, edges = [], []
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        if row["type"] == "node":
            nodes.append((row["id"], row["properties"].get("name")))
        else:
            edges.append((row["id"], row["start"]["id"], row["end"]["id"]))
    return nodes, edges


def of_tables(folder):
    """The files of neo4j-csv, of csv, or of events, where rows of the other tables hang on those of events.tsv."""
    nodes, edges = [], []
    for path in sorted(glob.glob(os.path.join(folder, "*.[ct]sv"))):
        name = os.path.basename(path)
        rows = csv.reader(open(path, encoding="utf-8-sig", newline=""), delimiter="\t" if path.endswith(".tsv") else ",")
        head = next(rows)
        column = {re.sub(r"\(.*", "", title): index for index, title in enumerate(head)}
        for number, row in enumerate(rows):
            if len(row) != len(head):
                sys.exit(f"{path}: a row of {len(row)} cells; its header has {len(head)}")
            if ":START_ID" in column:
                edges.append((row[column["key"]], row[column[":START_ID"]], row[column[":END_ID"]]))
            elif "fromId" in column:
                edges.append((f"{name}:{number}", row[column["fromId"]], row[column["toId"]]))
            elif name.endswith(".tsv") and name != "events.tsv":
                edges.append((f"{name}:{number}", row[column["Event ID"]], row[column["Event ID"]]))
            else:
                key, caption = ("Event ID", "Event Name") if name == "events.tsv" else ("id:ID" if "id:ID" in column else "id", "name")
                nodes.append((row[column[key]], row[column[caption]]))
    return nodes, edges


def orphans(path):
    nodes, edges = of_tables(path) if os.path.isdir(path) else of_json_lines(path) if path.endswith(".jsonl") else of_xml(path)
    ids = {node for node, _ in nodes}
    faults = [f"the id {id} comes {times} times" for id, times in collections.Counter([node for node, _ in nodes] + [edge for edge, _, _ in edges]).items() if times > 1]
    faults += [f"node {node} has no caption" for node, caption in nodes if not caption]
    faults += [f"edge {edge} goes from {start} to {end}, of which one is no node" for edge, start, end in edges if start not in ids or end not in ids]
    for fault in faults[:5]:
        print(f"{path}: {fault}", file=sys.stderr)
    print(len(nodes), len(edges), len(faults))
    return faults


def columns(path, check):
    text = open(check, encoding="utf-8").read()
    gephi = json.loads(text[text.index("{"):])
    declared = {"node": {}, "edge": {}}
    domain = None
    for event, element in xml.iterparse(path, events=("start",)):
        if tag(element) == "attributes":
            domain = element.get("class")
        elif tag(element) in ("attribute", "key") and element.get("id") not in OF_GEPHI:
            declared[element.get("for") or domain][element.get("id").lower()] = TYPES[element.get("type") or element.get("attr.type")]
        elif tag(element) in ("node", "edge"):
            break
    faults = [(kind, name, declared[kind].get(name), gephi[f"{kind}_columns"].get(name))
              for kind in declared for name in sorted({*declared[kind], *gephi[f"{kind}_columns"]})
              if declared[kind].get(name) != gephi[f"{kind}_columns"].get(name)]
    for kind, name, ours, theirs in faults:
        print(f"{path}: {kind} column {name}: declared {ours}, Gephi has {theirs}", file=sys.stderr)
    print(sum(len(gephi[f"{kind}_columns"]) for kind in declared))
    return faults


if __name__ == "__main__":
    sys.exit(1 if {"orphans": orphans, "columns": columns}[sys.argv[1]](*sys.argv[2:]) else 0)
